import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fenToCapitals, fenToDecimal, fenToYuan, isFen } from './money.ts'

describe('amounts of money', () => {
  it('[FEE-1] are whole numbers of fen from 0', () => {
    for (const amount of [0, 1, 38_000, Number.MAX_SAFE_INTEGER]) expect(isFen(amount), String(amount)).toBe(true)
    for (const amount of [-1, 0.5, Number.NaN, Infinity, 2 ** 53, '100', null]) expect(isFen(amount)).toBe(false)
    for (const write of [fenToYuan, fenToDecimal, fenToCapitals]) {
      expect(() => write(-100)).toThrow(RangeError)
      expect(() => write(99.5)).toThrow(RangeError)
    }
  })

  it.each([
    [0, '0元', '0.00'],
    [5, '0.05元', '0.05'],
    [38_000, '380元', '380.00'],
    [38_050, '380.50元', '380.50'],
    [123_456_789, '1234567.89元', '1234567.89'],
  ])('[FEE-2] %i fen are %s and %s', (fen, words, decimal) => {
    expect(fenToYuan(fen)).toBe(words)
    expect(fenToDecimal(fen)).toBe(decimal)
  })

  // The examples of the rule itself are those from 1409.50 to 325.04; 零 that it leaves open is not written.
  it.each([
    [0, '零元整'],
    [38_000, '叁佰捌拾元整'],
    [1_000, '壹拾元整'],
    [140_950, '壹仟肆佰零玖元伍角'],
    [600_714, '陆仟零柒元壹角肆分'],
    [168_032, '壹仟陆佰捌拾元叁角贰分'],
    [10_700_053, '壹拾万柒仟元伍角叁分'],
    [1_640_902, '壹万陆仟肆佰零玖元零贰分'],
    [32_504, '叁佰贰拾伍元零肆分'],
    [5, '伍分'],
    [50, '伍角'],
    [55, '伍角伍分'],
    [10_005_000, '壹拾万零伍拾元整'],
    [100_000_100, '壹佰万零壹元整'],
    [1_000_000_000_000, '壹佰亿元整'],
    [10_000_500_000_000, '壹仟亿零伍佰万元整'],
    [Number.MAX_SAFE_INTEGER, '玖拾万零柒佰壹拾玖亿玖仟贰佰伍拾肆万柒仟肆佰零玖元玖角壹分'],
  ])('[FEE-3] %i fen are written %s', (fen, words) => {
    expect(fenToCapitals(fen)).toBe(words)
  })

  it('[FEE-3] no two amounts are written alike, and the words read back to the amount', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10 ** 12 }), (fen) => {
        expect(readCapitals(fenToCapitals(fen))).toBe(fen)
      }),
    )
  })
})

/** Adds the words up again, by their units alone. */
const readCapitals = (words: string): number => {
  const small: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 }
  let fen = 0
  let group = 0
  let section = 0
  let digit = 0
  for (const word of words) {
    const value = '零壹贰叁肆伍陆柒捌玖'.indexOf(word)
    if (value >= 0) digit = value
    else if (small[word] !== undefined) {
      section += digit * small[word]
      digit = 0
    } else if (word === '万') {
      group += (section + digit) * 10_000
      section = digit = 0
    } else if (word === '亿') {
      fen += (group + section + digit) * 10 ** 10
      group = section = digit = 0
    } else if (word === '元') {
      fen += (group + section + digit) * 100
      group = section = digit = 0
    } else if (word === '角') {
      fen += digit * 10
      digit = 0
    } else if (word === '分') fen += digit
  }
  return fen
}
