import { describe, expect, it } from 'vitest'
import { fixedEntries, meantEntries } from './fixed-entries.ts'

describe('meantEntries', () => {
  it.each(['公开', '依申请', 'yqg', 'YSQGK', 'gk', '信息公开'])('knows "%s" as a request for disclosure', (text) => {
    expect(meantEntries(text)).toEqual(['disclosure'])
  })

  it.each([
    ['咨询', 'consultation'],
    ['zx', 'consultation'],
    ['投诉', 'complaint'],
    ['建议', 'complaint'],
    ['TS', 'complaint'],
  ])('knows "%s" as %s', (text, entry) => {
    expect(meantEntries(text)).toEqual([entry])
  })

  it.each(['公共场所', '烟草', 'k', 'xwq'])('leaves "%s" to the catalogue', (text) => {
    expect(meantEntries(text)).toEqual([])
  })

  it('offers all of them while nothing is typed', () => {
    expect(meantEntries(' ')).toEqual(fixedEntries)
  })
})
