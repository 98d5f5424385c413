import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { citationsIn, findLaw, isCited } from './citations.ts'
import { citedLaws } from './laws.ts'

const exists = (text: string, on = '2026-11-22'): readonly boolean[] =>
  citationsIn(text).map((citation) => {
    const law = findLaw(citation.title, plainDate(on))
    return law !== undefined && isCited(law, citation)
  })

describe('citations', () => {
  it('[LTR-4] are read from the text, with or without the marks of a title, one after another', () => {
    expect(
      citationsIn('根据《中华人民共和国行政许可法》第三十二条第一款第四项、第四十五条和政府信息公开条例第三十条').map(
        ({ title, article, paragraph, item }) => [title, article, paragraph, item],
      ),
    ).toEqual([
      ['行政许可法', 32, 1, 4],
      ['行政许可法', 45, null, null],
      ['政府信息公开条例', 30, null, null],
    ])
    expect(citationsIn('《公共场所卫生管理条例》第四条')).toEqual([])
  })

  it('[LTR-4] exist when article, 款 and 项 do', () => {
    expect(exists('政府信息公开条例第三十六条第七项')).toEqual([true])
    expect(exists('政府信息公开条例第三十六条第八项')).toEqual([false])
    expect(exists('政府信息公开条例第五十七条')).toEqual([false])
    expect(exists('行政许可法第三十二条第五项')).toEqual([false])
    expect(exists('政府信息公开条例第三十九条', '2018-06-01')).toEqual([false])
  })

  it('[LTR-4] versions of one law never hold on the same day', () => {
    for (const law of citedLaws) expect(findLaw(law.title, law.inForceFrom)).toBe(law)
  })
})
