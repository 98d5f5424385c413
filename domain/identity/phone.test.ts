import { describe, expect, it } from 'vitest'
import { findPhoneKind, isPhone, isPostcode, normalizePhone } from './phone.ts'

describe('phone numbers and postcodes', () => {
  it.each([
    ['13800002046', 'mobile'],
    ['+86 138 0000 2046', 'mobile'],
    ['008613800002046', 'mobile'],
    ['１３８００００２０４６', 'mobile'],
    ['0416-2345678', 'landline'],
    ['04162345678', 'landline'],
    ['(0416)2345678', 'landline'],
    ['010-12345678', 'landline'],
    ['0416—2345678-801', 'landline'],
    ['400-123-4567', 'service_400'],
    ['4001234567', 'service_400'],
    ['12345', 'hotline'],
    ['95598', 'hotline'],
  ])('[ID-11] %s is a number of kind %s', (text, kind) => {
    expect(findPhoneKind(text)).toBe(kind)
    expect(isPhone(text)).toBe(true)
  })

  it('[ID-11] anything else is none', () => {
    for (const text of [
      '',
      '1380000204',
      '138000020466',
      '12800002046',
      '2345678',
      '0416-23456',
      '400-12-34567',
      '123456',
      'abc',
      '110105',
    ]) {
      expect(findPhoneKind(text), text).toBeNull()
    }
  })

  it('[ID-11] brackets, blanks and the country code go, hyphens stay', () => {
    expect(normalizePhone('+86-(0416) 234‐5678')).toBe('0416234-5678')
  })

  it('[ID-11] a postcode has six digits', () => {
    expect(['121000', '１２１０００', ' 121000 '].every(isPostcode)).toBe(true)
    expect(['12100', '1210000', '12100a', ''].some(isPostcode)).toBe(false)
  })
})
