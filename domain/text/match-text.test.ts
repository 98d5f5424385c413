import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findMarks, matchable } from './match-text.ts'

const marked = (text: string, query: string): string | null => {
  const marks = findMarks(matchable(text), query)
  return marks === null ? null : marks.map(([from, length]) => text.slice(from, from + length)).join('|')
}

describe('item picker', () => {
  it.each([
    ['公共场所卫生许可（新办）', '卫生', '卫生'],
    ['公共场所卫生许可（新办）', 'ws', '卫生'],
    ['公共场所卫生许可（新办）', 'ggcs', '公共场所'],
    ['公共场所卫生许可（新办）', 'xkxb', '许可|新办'],
    ['公共场所卫生许可（新办）', '许可xb', '许可|新办'],
    ['公共场所卫生许可（新办）', '许可 公共', '公共|许可'],
    ['公共场所卫生许可（新办）', '(新办)', '（新办）'],
    ['重庆市户口迁移', 'cq', '重庆'],
    ['重庆市户口迁移', 'zq', '重庆'],
    ['臺灣居民來往大陸通行證', '台湾', '臺灣'],
    ['建筑面积100㎡以下', '100m2', '100㎡'],
    ['𠮷祥物登记', 'jx', '𠮷祥'],
    ['ＡＢ型', 'ab', 'ＡＢ'],
    ['公共场所', '', ''],
  ])('[TXT-9] in %s, %j marks %s', (text, query, marks) => {
    expect(marked(text, query)).toBe(marks)
  })

  it('[TXT-9] a word that does not occur refuses the whole', () => {
    expect(marked('公共场所卫生许可', '卫生 食品')).toBeNull()
    expect(marked('公共场所卫生许可', 'wsx食')).toBeNull()
    expect(marked('公共', '公共场所')).toBeNull()
    expect(marked('公共', '·')).toBeNull()
  })

  it('[TXT-9] the spelled-out place is preferred to one that fits by initials only', () => {
    expect(marked('安保A类B级ab', 'ab')).toBe('ab')
  })

  it('[TXT-9] every part of a text marks exactly itself or an equal stretch before it', () => {
    const aText = fc.array(fc.constantFrom(...'公共场所卫生许可新办登记（）'), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(aText, fc.nat(19), fc.integer({ min: 1, max: 6 }), (parts, from, length) => {
        const part = parts.slice(from, from + length).join('')
        fc.pre(part !== '')
        expect(marked(parts.join(''), part)).toBe(part)
      }),
    )
  })
})
