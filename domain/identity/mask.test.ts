import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskIdNumber, maskName, maskPhone } from './mask.ts'

describe('masks', () => {
  it('[ID-12] an identity number keeps its first three and last four characters', () => {
    expect(maskIdNumber('990000198503120027')).toBe('990***********0027')
    expect(maskIdNumber('110105491231002')).toBe('110********1002')
    expect(maskIdNumber('9900001234')).toBe('990***1234')
  })

  it('[ID-12] a phone keeps its first three and last four digits', () => {
    expect(maskPhone('13800002046')).toBe('138****2046')
    expect(maskPhone('0416-2345678')).toBe('041*****5678')
  })

  it('[ID-12] a name keeps its first character, and from three on its last', () => {
    expect(['孙建国', '何敏', '吴小英', '阿不都·热合曼', '李', '', '𠮷田光'].map(maskName)).toEqual([
      '孙＊国',
      '何＊',
      '吴＊英',
      '阿＊＊＊＊＊曼',
      '＊',
      '',
      '𠮷＊光',
    ])
  })

  it('[ID-12] what is too short to hide three characters is hidden whole', () => {
    expect(maskIdNumber('E12345678')).toBe('*********')
    expect(maskPhone('12345')).toBe('*****')
  })

  it('[ID-12] a mask never shows more than seven characters of a number, and never changes its length', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9A-Z]{0,30}$/), (number) => {
        const masked = maskIdNumber(number)
        expect(masked.length).toBe(number.length)
        expect([...masked].filter((character) => character !== '*').length).toBeLessThanOrEqual(7)
      }),
    )
  })
})
