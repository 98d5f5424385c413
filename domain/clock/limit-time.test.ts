import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import { serviceClocks } from '../case/clocks.ts'
import { legalTimeState } from './legal-time-state.ts'
import { addDays, plainDate } from '../plain-date.ts'
import { type LimitDates, limitTimeOf } from './limit-time.ts'

const calendar = currentWorkCalendar
const row = (dates: Partial<LimitDates>): LimitDates => ({
  clockStart: plainDate('2026-09-28'),
  statutoryDue: null,
  promisedDue: null,
  closedOn: null,
  ...dates,
})

describe('limitTimeOf', () => {
  it('counts the promise while it lasts, then the statutory limit', () => {
    const dates = row({ promisedDue: plainDate('2026-10-16'), statutoryDue: plainDate('2026-10-30') })
    const at = (today: string) => limitTimeOf(dates, plainDate(today), calendar)
    expect(at('2026-10-08')).toEqual({ state: 'within', limit: 'promised', due: '2026-10-16', left: 7 })
    expect(at('2026-10-15')).toMatchObject({ state: 'warning', left: 1 })
    expect(at('2026-10-16')).toMatchObject({ state: 'due_today', left: 0 })
    expect(at('2026-10-19')).toMatchObject({ state: 'overdue_promised', limit: 'promised', left: -1 })
    expect(at('2026-11-03')).toMatchObject({ state: 'overdue_statutory', limit: 'statutory', left: -2 })
  })

  it('says nothing of days before a clock runs and after a case is closed', () => {
    expect(limitTimeOf(row({ clockStart: null }), plainDate('2026-10-08'), calendar)).toEqual({
      state: 'not_started',
      limit: null,
      due: null,
      left: null,
    })
    expect(
      limitTimeOf(
        row({ statutoryDue: plainDate('2026-10-30'), closedOn: plainDate('2026-10-12') }),
        plainDate('2026-11-30'),
        calendar,
      ).state,
    ).toBe('done')
  })

  it('agrees with the domain on every day of a case that nothing stops', () => {
    const start = plainDate('2026-09-28')
    const item = { kind: '行政许可', statutoryDays: 20, promisedDays: 10, dayUnit: 'workday' } as const
    const clocks = serviceClocks(item, start, calendar)
    const dates = row({ promisedDue: clocks.promised?.due ?? null, statutoryDue: clocks.statutory?.due ?? null })
    for (let day = 0; day < 60; day++) {
      const today = addDays(start, day)
      expect([today, limitTimeOf(dates, today, calendar).state]).toEqual([today, legalTimeState(clocks, today)])
    }
  })
})
