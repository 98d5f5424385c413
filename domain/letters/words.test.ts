import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { chineseNumber, letterDate, letterDay, parseChineseNumber } from './words.ts'

describe('words of letters', () => {
  it('[LTR-10] dates have no leading zeros, and their day of the week where somebody has to keep them', () => {
    expect(letterDate(plainDate('2026-01-05'))).toBe('2026年1月5日')
    expect(letterDay(plainDate('2026-11-22'))).toBe('2026年11月22日（星期日）')
    expect(letterDay(plainDate('2026-11-23'))).toBe('2026年11月23日（星期一）')
  })

  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [165, '一百六十五'],
    [1000, '一千'],
    [1005, '一千零五'],
    [9999, '九千九百九十九'],
  ])('[LTR-10] %i is %s', (value, numeral) => {
    expect(chineseNumber(value)).toBe(numeral)
  })

  it('[LTR-10] every numeral is read back as its number, and nothing else is', () => {
    for (let value = 1; value <= 9999; value++) expect(parseChineseNumber(chineseNumber(value))).toBe(value)
    for (const text of ['', '零', '十十', '二三', '百', '一十', '甲']) expect(parseChineseNumber(text)).toBeNull()
  })

  it.each([0, -1, 1.5, 10_000])('[LTR-10] %f has no numeral', (value) => {
    expect(() => chineseNumber(value)).toThrow(RangeError)
  })
})
