import { describe, expect, it } from 'vitest'
import { plainDate } from '../../../domain/plain-date.ts'
import { parseDateEntry } from './date-entry.ts'

const today = plainDate('2026-12-28')

describe('parseDateEntry', () => {
  it.each([
    ['2026-12-31', '2026-12-31'],
    ['20261231', '2026-12-31'],
    ['2026.1.5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６１２３１', '2026-12-31'],
    [' 12-31 ', '2026-12-31'],
    ['1231', '2026-12-31'],
    ['12月31日', '2026-12-31'],
    ['+5', '2027-01-02'],
    ['-3', '2026-12-25'],
  ])('reads %s', (text, date) => {
    expect(parseDateEntry(text, today, 'after')).toBe(date)
  })

  it.each(['', '2026-02-30', '0230', 'soon', '1', '20261', '2026-13-01', '99-99', '12-31-2026', '+1234'])(
    'knows no date in "%s"',
    (text) => {
      expect(parseDateEntry(text, today, 'after')).toBeNull()
    },
  )

  it('puts a promise without a year after today and an arrival before it', () => {
    expect(parseDateEntry('0105', today, 'after')).toBe('2027-01-05')
    expect(parseDateEntry('0105', today, 'before')).toBe('2026-01-05')
    expect(parseDateEntry('1231', today, 'before')).toBe('2025-12-31')
    expect(parseDateEntry('1228', today, 'after')).toBe('2026-12-28')
    expect(parseDateEntry('1228', today, 'before')).toBe('2026-12-28')
  })

  it('finds 29 February only in a leap year near today', () => {
    expect(parseDateEntry('0229', plainDate('2027-10-01'), 'after')).toBe('2028-02-29')
    expect(parseDateEntry('0229', plainDate('2026-10-01'), 'after')).toBeNull()
  })
})
