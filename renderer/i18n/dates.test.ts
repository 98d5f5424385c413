import { describe, expect, it } from 'vitest'
import { plainDate } from '../../domain/plain-date.ts'
import { clockTime, dateWithWeekday, longDate, shortDateWithWeekday, stamp, timeOrStamp, weekdayLong } from './dates.ts'
import { grouped } from './counts.ts'

const sunday = plainDate('2026-11-22')

describe('dates', () => {
  it('are long in sentences and short in tables', () => {
    expect(longDate(sunday)).toBe('2026年11月22日')
    expect(longDate(plainDate('2026-01-02'))).toBe('2026年1月2日')
    expect(dateWithWeekday(sunday)).toBe('2026-11-22 周日')
    expect(shortDateWithWeekday(sunday)).toBe('11-22 周日')
    expect(weekdayLong(sunday)).toBe('星期日')
  })

  it('of instants are Beijing time', () => {
    const at = Date.UTC(2026, 10, 21, 16, 5)
    expect(clockTime(at)).toBe('00:05')
    expect(stamp(at)).toBe('2026-11-22 00:05')
    expect(timeOrStamp(at, '2026-11-22')).toBe('00:05')
    expect(timeOrStamp(at, '2026-11-23')).toBe('11-22 00:05')
  })
})

describe('counts', () => {
  it('are grouped by thousands', () => {
    expect([0, 999, 1204, 1234567].map(grouped)).toEqual(['0', '999', '1,204', '1,234,567'])
  })
})
