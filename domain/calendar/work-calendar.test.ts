import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumberOf, fromDayNumber, plainDate } from '../plain-date.ts'
import { describeDay } from './describe-day.ts'
import { currentWorkCalendar as calendar } from './state-council.ts'
import { addWorkdays, countWorkdays, firstWorkdayFrom, isCovered, isWorkday, workdayAfter } from './work-calendar.ts'

/** Days from well before to well after the published arrangements. */
const anyDay = fc.integer({ min: calendar.firstDay - 800, max: calendar.lastDay + 800 })

/** The plain meaning of the law, one day after the other. */
const slowAdd = (day: number, count: number): number => {
  let at = day
  for (let left = count; left > 0;) if (isWorkday(calendar, ++at)) left--
  return at
}

describe('counting working days', () => {
  it('[CAL-1] adding working days is walking day by day, inside and outside the published years', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 300 }), (day, count) => {
        expect(addWorkdays(calendar, day, count)).toBe(slowAdd(day, count))
      }),
    )
  })

  it('[CAL-1] counting is the inverse of adding, and nothing lies between a day and itself', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 300 }), (day, count) => {
        expect(countWorkdays(calendar, day, addWorkdays(calendar, day, count))).toBe(count)
        expect(countWorkdays(calendar, day, day)).toBe(0)
        expect(countWorkdays(calendar, day, day - count)).toBe(0)
      }),
    )
  })

  it('[CAL-1] a worked Sunday counts, a holiday on a weekday does not', () => {
    expect(workdayAfter(calendar, plainDate('2026-09-18'), 1)).toBe('2026-09-20')
    expect(workdayAfter(calendar, plainDate('2026-09-30'), 1)).toBe('2026-10-08')
    expect(fromDayNumber(firstWorkdayFrom(calendar, dayNumberOf(plainDate('2026-10-01'))))).toBe('2026-10-08')
    expect(fromDayNumber(firstWorkdayFrom(calendar, dayNumberOf(plainDate('2026-10-08'))))).toBe('2026-10-08')
  })

  it('[CAL-4] outside the published years the plain week is taken, and the day says so', () => {
    const newYear = plainDate('2027-01-01')
    expect(isCovered(calendar, dayNumberOf(newYear))).toBe(false)
    expect(describeDay(calendar, newYear)).toEqual({
      kind: 'workday',
      weekday: 5,
      holidayName: null,
      decree: null,
      article: null,
      covered: false,
    })
    expect(describeDay(calendar, plainDate('2006-12-31'))).toMatchObject({ kind: 'weekend', covered: false })
    expect(describeDay(calendar, plainDate('2026-12-31'))).toMatchObject({ kind: 'workday', covered: true })
  })

  it('[CAL-9] a day says what it is and why', () => {
    expect(describeDay(calendar, plainDate('2026-10-10'))).toEqual({
      kind: 'makeup',
      weekday: 6,
      holidayName: '国庆节',
      decree: '2026-1',
      article: 'holidays:7',
      covered: true,
    })
    expect(describeDay(calendar, plainDate('2025-10-06'))).toMatchObject({
      kind: 'holiday',
      holidayName: '国庆节、中秋节',
      decree: '2025-1',
    })
    expect(describeDay(calendar, plainDate('2026-09-27'))).toMatchObject({ kind: 'holiday', holidayName: '中秋节' })
    expect(describeDay(calendar, plainDate('2026-11-22'))).toMatchObject({
      kind: 'weekend',
      holidayName: null,
      article: 'workingHours:7',
    })
    expect(describeDay(calendar, plainDate('2026-11-23'))).toMatchObject({ kind: 'workday' })
  })
})
