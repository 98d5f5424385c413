import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  comparePlainDates,
  dayNumberOf,
  daysBetween,
  fromDayNumber,
  isPlainDate,
  parsePlainDate,
  plainDate,
  plainDateInShanghai,
  weekdayOf,
  yearOf,
} from './plain-date.ts'

const firstDay = dayNumberOf(plainDate('0001-01-01'))
const lastDay = dayNumberOf(plainDate('9999-12-31'))
const anyDayNumber = fc.integer({ min: firstDay, max: lastDay })

describe('plain dates', () => {
  it('[CAL-8] only a date that exists is a date', () => {
    for (const date of ['2000-02-29', '2024-02-29', '2026-12-31', '0001-01-01', '9999-12-31']) {
      expect(isPlainDate(date), date).toBe(true)
    }
    const none = [
      '1900-02-29',
      '2026-02-29',
      '2026-02-30',
      '2026-04-31',
      '2026-13-01',
      '2026-00-10',
      '2026-01-00',
      '0000-01-01',
      '2026-1-1',
      '26-01-01',
      '2026/01/01',
      '20260101',
      '2026-01-01 ',
      ' 2026-01-01',
      '２０２６-01-01',
      '2026-01-1a',
      '',
    ]
    for (const text of none) expect(isPlainDate(text), text).toBe(false)
  })

  it('[CAL-8] a text that is no date is refused with its code, and a wrong constant is a bug', () => {
    expect(parsePlainDate('2026-02-30')).toEqual({ ok: false, error: { code: 'date_invalid', text: '2026-02-30' } })
    expect(parsePlainDate('2026-02-28')).toEqual({ ok: true, value: '2026-02-28' })
    expect(() => plainDate('2026-02-30')).toThrow(RangeError)
  })

  it('[CAL-8] day numbers count from 1970-01-01 and lead back to the same date for every day there is', () => {
    expect(dayNumberOf(plainDate('1970-01-01'))).toBe(0)
    expect(dayNumberOf(plainDate('2000-03-01'))).toBe(11_017)
    expect(firstDay).toBe(-719_162)
    expect(lastDay).toBe(2_932_896)
    fc.assert(fc.property(anyDayNumber, (day) => dayNumberOf(fromDayNumber(day)) === day))
    expect(() => fromDayNumber(lastDay + 1)).toThrow(RangeError)
    expect(() => fromDayNumber(0.5)).toThrow(RangeError)
  })

  it('[CAL-8] the arithmetic agrees with the platform calendar on every day of 1900 to 2100', () => {
    for (let day = dayNumberOf(plainDate('1900-01-01')); day <= dayNumberOf(plainDate('2100-12-31')); day++) {
      const date = fromDayNumber(day)
      // The platform's own calendar, in UTC, is the oracle; the rules never touch it.
      const platform = new globalThis.Date(day * 86_400_000)
      if (date !== platform.toISOString().slice(0, 10) || weekdayOf(date) % 7 !== platform.getUTCDay()) {
        expect.fail(`${date} is not ${platform.toISOString()}`)
      }
    }
    expect(weekdayOf(plainDate('2026-11-22'))).toBe(7)
  })

  it('[CAL-8] dates add, compare and sort as days do', () => {
    expect(addDays(plainDate('2024-02-28'), 2)).toBe('2024-03-01')
    expect(addDays(plainDate('2026-01-01'), -1)).toBe('2025-12-31')
    expect(daysBetween(plainDate('2026-09-14'), plainDate('2026-10-30'))).toBe(46)
    expect(yearOf(plainDate('2026-10-30'))).toBe(2026)
    fc.assert(
      fc.property(anyDayNumber, anyDayNumber, (a, b) => {
        const order = comparePlainDates(fromDayNumber(a), fromDayNumber(b))
        return Math.sign(order) === Math.sign(a - b)
      }),
    )
  })
})

describe('the legal date of an instant', () => {
  const at = (iso: string) => plainDateInShanghai(globalThis.Date.parse(iso))

  it('[CAL-7] the day changes at midnight in Shanghai: 23:59 is still today, 00:01 is tomorrow', () => {
    expect(at('2026-11-22T23:59:59.999+08:00')).toBe('2026-11-22')
    expect(at('2026-11-23T00:00:00+08:00')).toBe('2026-11-23')
    expect(at('2026-11-23T00:01:00+08:00')).toBe('2026-11-23')
    expect(at('2026-12-31T16:00:00Z')).toBe('2027-01-01')
    expect(at('1969-12-31T15:59:59Z')).toBe('1969-12-31')
    expect(at('1969-12-31T16:00:00Z')).toBe('1970-01-01')
  })
})
