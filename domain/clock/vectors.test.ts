import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { dayNumberOf } from '../plain-date.ts'
import { isWorkday, workdaysBetween } from '../calendar/work-calendar.ts'
import { clockFacts, pause, restart } from './clock-facts.ts'
import { clockRules } from './clock-rules.ts'
import cases from './fixtures/working-days.json' with { type: 'json' }
import { remainingOn } from './count-days.ts'
import { clockOf, day } from './_testing.ts'

const due = (start: string, days: number, more: Parameters<typeof clockFacts>[1] = {}) =>
  clockOf(clockRules({ days, extensionMax: 20 }), clockFacts(day(start), more)).due

describe('golden vectors of the working-day calendar', () => {
  const limits = [5, 7, 15, 20, 40, 45]
  it.each([
    ['2025-01-20', ['2025-01-26', '2025-02-05', '2025-02-14', '2025-02-21', '2025-03-21', '2025-03-28']],
    ['2025-09-22', ['2025-09-28', '2025-09-30', '2025-10-17', '2025-10-24', '2025-11-21', '2025-11-28']],
    ['2026-01-04', ['2026-01-09', '2026-01-13', '2026-01-23', '2026-01-30', '2026-03-05', '2026-03-12']],
    ['2026-02-13', ['2026-02-27', '2026-03-02', '2026-03-12', '2026-03-19', '2026-04-17', '2026-04-24']],
    ['2026-04-24', ['2026-05-06', '2026-05-08', '2026-05-19', '2026-05-26', '2026-06-24', '2026-07-01']],
    ['2026-09-18', ['2026-09-24', '2026-09-29', '2026-10-15', '2026-10-22', '2026-11-19', '2026-11-26']],
    ['2026-09-30', ['2026-10-13', '2026-10-15', '2026-10-27', '2026-11-03', '2026-12-01', '2026-12-08']],
    ['2026-11-22', ['2026-11-27', '2026-12-01', '2026-12-11', '2026-12-18']],
  ])('[CLK-18] from %s: 5, 7, 15, 20, 40 and 45 working days', (start, expected) => {
    expect(limits.slice(0, expected.length).map((days) => due(start, days))).toEqual(expected)
  })

  it('[CLK-18] from 2026-11-22, 40 and 45 working days cross into 2027 and are provisional', () => {
    for (const days of [40, 45]) {
      const clock = clockOf(clockRules({ days }), clockFacts(day('2026-11-22')))
      expect(clock).toMatchObject({ provisional: true, provisionalFrom: '2027-01-01' })
    }
  })

  it('[CLK-18] a disclosure request received on 2026-03-02: correction notice, reply, extended reply', () => {
    expect(due('2026-03-02', 7)).toBe('2026-03-11')
    expect(due('2026-03-02', 20)).toBe('2026-03-30')
    expect(due('2026-03-02', 20, { extension: { days: 20 } })).toBe('2026-04-28')
  })

  it('[CLK-18] a third party asked on 03-06 and heard on 03-20 moves it to 2026-04-14, a correction on 03-18 to 04-16', () => {
    const asked = pause('third_party', day('2026-03-06'), day('2026-03-20'))
    expect(due('2026-03-02', 20, { pauses: [asked] })).toBe('2026-04-14')
    expect(workdaysBetween(calendar, day('2026-03-06'), day('2026-03-20'))).toBe(10)
    expect(due('2026-03-02', 20, { restarts: [restart('correction_received', day('2026-03-18'))] })).toBe('2026-04-16')
  })

  it('[CLK-18] a licence accepted on 2026-09-28: 20 and 20+10 days, joint handling 45 and 45+15', () => {
    expect(due('2026-09-28', 20)).toBe('2026-10-30')
    expect(due('2026-09-28', 20, { extension: { days: 10 } })).toBe('2026-11-13')
    expect(due('2026-09-28', 45)).toBe('2026-12-04')
    expect(due('2026-09-28', 45, { extension: { days: 15 } })).toBe('2026-12-25')
  })

  it('[CLK-18] information formed on 2026-01-28 is published by 2026-03-03', () => {
    expect(due('2026-01-28', 20)).toBe('2026-03-03')
  })
})

describe('deadline vectors that other programs get wrong', () => {
  it('[CLK-19] V1: worked weekends count; ignoring them would give 2024-10-25', () => {
    expect(due('2024-09-20', 20)).toBe('2024-10-23')
  })

  it('[CLK-19] V2: four working days are left out, not twelve calendar days', () => {
    const pauses = [pause('third_party', day('2024-09-27'), day('2024-10-09'))]
    expect(due('2024-09-20', 20, { pauses })).toBe('2024-10-29')
  })

  it.each([
    ['2025-01-24', '2025-02-27', '2025-03-27'],
    ['2025-04-25', '2025-05-27', '2025-06-25'],
    ['2025-09-26', '2025-10-30', '2025-11-27'],
    ['2026-02-10', '2026-03-16', '2026-04-14'],
    ['2026-09-18', '2026-10-22', '2026-11-19'],
  ])('[CLK-19] V4, V5: received %s, due %s, extended %s', (received, plain, extended) => {
    expect(due(received, 20)).toBe(plain)
    expect(due(received, 20, { extension: { days: 20 } })).toBe(extended)
  })

  it('[CLK-19] V6: 2026-12-10 and 20 days is provisionally 2027-01-07 while the calendar of 2027 is not published', () => {
    const clock = clockOf(clockRules({ days: 20 }), clockFacts(day('2026-12-10')))
    expect(clock).toMatchObject({ due: '2027-01-07', provisional: true, provisionalFrom: '2027-01-01' })
  })
})

describe('deadlines of published cases', () => {
  for (const row of cases) {
    const start = day(row.received_on ?? row.applied_on ?? '')
    const acted = day(row.deadline_or_replied_on)
    const miscounted = row.agrees_with_source === false
    const title = miscounted
      ? `[CLK-20] ${row.id}: ${row.days} working days from ${start} end on ${row.computed_deadline}; the source miscounts and says ${acted}`
      : `[CLK-20] ${row.id}: ${row.days} working days from ${start} end on ${row.computed_deadline}`
    it(title, () => {
      const extended = row.which === 'replied_after_extension'
      const clock = clockOf(
        clockRules({ days: extended ? 20 : row.days, extensionMax: 20 }),
        clockFacts(start, { extension: extended ? { days: 20 } : null }),
      )
      expect(clock.due).toBe(row.computed_deadline)
      if (miscounted) expect(clock.due).not.toBe(acted)
      if (row.computed_first_deadline !== undefined) expect(clock.dueBeforeExtension).toBe(row.computed_first_deadline)
      if (row.computed_deadline_extended !== undefined) {
        expect(due(start, 20, { extension: { days: 20 } })).toBe(row.computed_deadline_extended)
      }
      expect(workdaysBetween(calendar, start, acted)).toBe(row.working_days_elapsed)
      expect(remainingOn(clock, acted)).toBe(row.days - row.working_days_elapsed)
      if (row.received_on_is_workday !== null)
        expect(isWorkday(calendar, dayNumberOf(start))).toBe(row.received_on_is_workday)
      const end = acted > row.computed_deadline ? acted : row.computed_deadline
      const crossed = calendar.version.days.filter(({ date }) => date > start && date <= end)
      expect(crossed.filter(({ kind }) => kind === 'work').map(({ date }) => date)).toEqual(row.makeup_workdays_in_span)
      const holidays = crossed.filter(({ kind }) => kind === 'off').map(({ name }) => name)
      expect([...new Set(holidays)]).toEqual(row.holidays_crossed)
    })
  }

  it('[CLK-20] one of the 28 published cases miscounts, by a day', () => {
    expect(cases.length).toBe(28)
    expect(cases.filter((row) => row.agrees_with_source === false).map((row) => row.id)).toEqual(['WD002'])
  })
})
