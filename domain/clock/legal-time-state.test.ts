import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { workdaysBetween } from '../calendar/work-calendar.ts'
import { addDays } from '../plain-date.ts'
import type { ClockFacts } from './clock-facts.ts'
import { clockFacts, pause } from './clock-facts.ts'
import { clockRules } from './clock-rules.ts'
import { countedOn, remainingOn, workdaysCounted } from './count-days.ts'
import type { DualClock } from './legal-time-state.ts'
import { dualClock, isPausedOn, legalTimeState } from './legal-time-state.ts'
import { clockOf, day } from './_testing.ts'

const statutory = clockRules({ days: 20, extensionMax: 20 })
const promised = clockRules({ days: 15 })
const asked = pause('third_party', day('2026-09-22'), day('2026-10-13'))
const facts = clockFacts(day('2026-09-14'), { pauses: [asked] })

const both = (of: ClockFacts): DualClock => {
  const result = dualClock({ statutory, promised }, of, calendar)
  if (!result.ok) throw new Error('refused')
  return result.value
}

describe('two limits', () => {
  it('[CLK-15] the promised and the statutory limit run over the same facts', () => {
    expect(both(facts).promised?.due).toBe('2026-10-23')
    expect(both(facts).statutory?.due).toBe('2026-10-30')
  })

  it('[CLK-15] an extension moves the promise only when its own rules allow one', () => {
    const extended = { ...facts, extension: { days: 20 } }
    expect(both(extended).promised?.due).toBe('2026-10-23')
    expect(both(extended).statutory?.due).toBe('2026-11-27')
    const generous = dualClock({ statutory, promised: { ...promised, extensionMax: 20 } }, extended, calendar)
    expect(generous).toMatchObject({ value: { promised: { due: '2026-11-20' } } })
  })

  it('[CLK-15] either may be missing; a contradiction is reported as by one clock', () => {
    expect(dualClock({ statutory: null, promised: null }, facts, calendar)).toEqual({
      ok: true,
      value: { statutory: null, promised: null },
    })
    expect(dualClock({ statutory: null, promised }, { ...facts, stop: day('2026-01-01') }, calendar)).toMatchObject({
      error: [{ code: 'stop_before_start' }],
    })
  })
})

describe('days used and left', () => {
  const clock = clockOf(statutory, facts)

  it('[CLK-17] a day is used up at its end: on 10-14 it is day 8 of 20 and 12 are left', () => {
    expect(countedOn(clock, day('2026-10-14'))).toBe(8)
    expect(remainingOn(clock, day('2026-10-14'))).toBe(12)
    expect(countedOn(clock, day('2026-09-14'))).toBe(0)
    expect(countedOn(clock, day('2026-09-01'))).toBe(0)
    expect(countedOn(clock, day('2026-10-08'))).toBe(7)
    expect(remainingOn(clock, day('2026-10-30'))).toBe(0)
  })

  it('[CLK-17] after the due date the days of delay go on, and no later pause hides them', () => {
    expect(remainingOn(clock, day('2026-10-31'))).toBe(0)
    expect(remainingOn(clock, day('2026-11-04'))).toBe(-3)
    const late = { ...facts, pauses: [asked, pause('other_organ', day('2026-10-30'), null)] }
    expect(remainingOn(clockOf(statutory, late), day('2026-11-04'))).toBe(-3)
  })

  it('[CLK-17] counting ends on the day the matter is closed', () => {
    const closed = clockOf(statutory, { ...facts, stop: day('2026-10-19') })
    expect(countedOn(closed, day('2026-12-01'))).toBe(11)
    expect(countedOn(closed, day('2026-10-15'))).toBe(9)
  })

  it('[CLK-17] under an open pause the days used stand still', () => {
    const open = clockOf(
      statutory,
      clockFacts(day('2026-09-14'), { pauses: [pause('hearing', day('2026-09-22'), null)] }),
    )
    expect(countedOn(open, day('2026-09-22'))).toBe(7)
    expect(countedOn(open, day('2027-09-22'))).toBe(7)
  })

  it('[CLK-17] used and left always make the limit, and working days are counted as the calendar has them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.constantFrom('workday', 'day'), (ahead, unit) => {
        const one = clockOf({ ...statutory, unit }, clockFacts(day('2025-03-03')))
        const asOf = addDays(day('2025-03-03'), ahead)
        expect(countedOn(one, asOf) + remainingOn(one, asOf)).toBe(20)
        if (unit === 'workday') expect(countedOn(one, asOf)).toBe(workdaysBetween(calendar, day('2025-03-03'), asOf))
      }),
    )
  })

  it('[CLK-17] a calendar-day limit tells how many of its days were worked', () => {
    expect(workdaysCounted(clock)).toBe(20)
    expect(workdaysCounted(clockOf(clockRules({ days: 7, unit: 'day' }), clockFacts(day('2026-09-25'))))).toBe(4)
    const paused = clockFacts(day('2026-09-14'), { pauses: [pause('hearing', day('2026-09-15'), day('2026-09-17'))] })
    expect(workdaysCounted(clockOf(clockRules({ days: 5, unit: 'day' }), paused))).toBe(4)
  })
})

describe('where a case stands', () => {
  const at = (asOf: string, of: ClockFacts = facts) => legalTimeState(both(of), day(asOf))

  it('[CLK-16] the state follows the promised limit, then the statutory one', () => {
    expect(at('2026-09-13')).toBe('not_started')
    expect(at('2026-09-14')).toBe('within')
    expect(at('2026-09-22')).toBe('within')
    expect(at('2026-09-23')).toBe('paused')
    expect(at('2026-10-13')).toBe('paused')
    expect(at('2026-10-14')).toBe('within')
    expect(at('2026-10-23')).toBe('due_today')
    expect(at('2026-10-24')).toBe('overdue_promised')
    expect(at('2026-10-30')).toBe('overdue_promised')
    expect(at('2026-10-31')).toBe('overdue_statutory')
  })

  it('[CLK-16] it warns at 90 per cent of the limit or one day before its end, by whole days', () => {
    expect(at('2026-10-21')).toBe('within') // day 13 of 15
    expect(at('2026-10-22')).toBe('warning') // day 14: one left
    const only = (days: number): DualClock => ({
      statutory: clockOf(clockRules({ days }), clockFacts(day('2026-11-02'))),
      promised: null,
    })
    expect(legalTimeState(only(20), day('2026-11-25'))).toBe('within') // 17 of 20
    expect(legalTimeState(only(20), day('2026-11-26'))).toBe('warning') // 18 of 20
    expect(legalTimeState(only(5), day('2026-11-05'))).toBe('within') // 3 of 5, two left
    expect(legalTimeState(only(5), day('2026-11-06'))).toBe('warning')
    expect(legalTimeState(only(5), day('2026-11-05'), { remainingDays: 2, elapsedPercent: 100 })).toBe('warning')
  })

  it('[CLK-16] a closed case is done, however late; before its closing it was what it was', () => {
    const closed = { ...facts, stop: day('2026-11-20') }
    expect(at('2026-11-19', closed)).toBe('overdue_statutory')
    expect(at('2026-11-20', closed)).toBe('done')
    expect(at('2026-12-20', closed)).toBe('done')
  })

  it('[CLK-16] an open pause pauses, but not a case that is already late', () => {
    const open = clockFacts(day('2026-09-14'), { pauses: [pause('hearing', day('2026-09-22'), null)] })
    expect(at('2027-01-04', open)).toBe('paused')
    const late = clockFacts(day('2026-09-14'), { pauses: [pause('hearing', day('2026-11-02'), null)] })
    expect(at('2026-11-03', late)).toBe('overdue_statutory')
  })

  it('[CLK-16] a case without limits has not started to run', () => {
    expect(legalTimeState({ statutory: null, promised: null }, day('2026-11-22'))).toBe('not_started')
  })

  it('[CLK-4] the day of asking still runs, the day of the answer does not yet', () => {
    const clock = clockOf(statutory, facts)
    expect(
      ['2026-09-22', '2026-09-23', '2026-10-13', '2026-10-14'].map((asOf) => isPausedOn(clock, day(asOf))),
    ).toEqual([false, true, true, false])
  })
})
