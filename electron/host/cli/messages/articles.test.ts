import { describe, expect, it } from 'vitest'
import { articleWords, chineseNumber } from './articles.ts'

describe('numbers of articles', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [15, '十五'],
    [20, '二十'],
    [42, '四十二'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [201, '二百零一'],
    [1001, '一千零一'],
    [1010, '一千零一十'],
    [9999, '九千九百九十九'],
  ])('%i is %s', (n, words) => {
    expect(chineseNumber(n)).toBe(words)
  })
})

describe('an article', () => {
  it.each([
    ['licensing:32(1)(4)', '《行政许可法》第三十二条第一款第四项'],
    ['ogi2019:33(2)', '《政府信息公开条例》第三十三条第二款'],
    ['civilCode:201', '《民法典》第二百零一条'],
  ] as const)('%s is %s', (article, words) => {
    expect(articleWords(article)).toBe(words)
  })
})
