import { describe, expect, it } from 'vitest'
import { articlesText, articleText, chineseNumber } from './article-text.ts'

describe('articleText', () => {
  it('names law, article, paragraph and item', () => {
    expect(articleText('licensing:32(1)(4)')).toBe('行政许可法第三十二条第一款第四项')
    expect(articleText('civilCode:201')).toBe('民法典第二百零一条')
    expect(articleText('ogi2019:33(2)')).toBe('政府信息公开条例第三十三条第二款')
  })

  it('shows what is no citation of ours as it is', () => {
    expect(articleText('国发〔2025〕1号')).toBe('国发〔2025〕1号')
  })

  it('names a law once when several articles follow each other', () => {
    expect(articlesText(['ogi2019:32', 'ogi2019:33(3)', 'civilCode:201'])).toBe(
      '政府信息公开条例第三十二条、第三十三条第三款、民法典第二百零一条',
    )
    expect(articlesText([])).toBe('')
  })
})

describe('chineseNumber', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [85, '八十五'],
    [100, '一百'],
    [101, '一百零一'],
    [110, '一百一十'],
    [1010, '一千零一十'],
    [1260, '一千二百六十'],
  ])('writes %i as statutes do', (value, text) => {
    expect(chineseNumber(value)).toBe(text)
  })
})
