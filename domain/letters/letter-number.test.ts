import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { isNumbered, formatLetterNo, parseLetterNo } from './letter-number.ts'
import { letterKinds } from './letter-kind.ts'

const on = plainDate('2026-09-28')

describe('numbers of letters', () => {
  it('[LTR-19] are of the device, or run through the whole center without one', () => {
    expect(formatLetterNo('disclosure_reply_granted', on, 'W03', 12)).toBe('公复〔2026〕W03-12号')
    expect(formatLetterNo('disclosure_reply_granted', on, null, 12)).toBe('公复〔2026〕12号')
    expect(parseLetterNo('公复〔2026〕12号')).toEqual({ mark: '公复', year: '2026', deviceNo: null, n: 12 })
  })

  it('[LTR-19] read back as they were written, and the two forms are never one another', () => {
    const letters = letterKinds.filter(isNumbered)
    const device = fc.constantFrom('W03', 'W12', 'A9999', null)
    fc.assert(
      fc.property(fc.constantFrom(...letters), device, fc.integer({ min: 1, max: 999_999 }), (letter, deviceNo, n) => {
        const parts = parseLetterNo(formatLetterNo(letter, on, deviceNo, n))
        expect(parts).toMatchObject({ deviceNo, n, year: '2026' })
      }),
    )
    for (const wrong of ['公复〔2026〕号', '公复〔26〕12号', '公复〔2026〕-12号', '公复〔2026〕1234567号']) {
      expect(parseLetterNo(wrong)).toBeUndefined()
    }
  })
})
