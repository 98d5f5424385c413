import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HolidayNotice } from '../calendar/calendar-version.ts'
import { composeCalendar, off } from '../calendar/calendar-version.ts'
import { stateCouncilNotices } from '../calendar/data/state-council.ts'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { indexCalendar, workdayAfter, workdaysBetween } from '../calendar/work-calendar.ts'
import { addDays, dayNumberOf, fromDayNumber } from '../plain-date.ts'
import type { ClockFacts, Pause, Restart } from './clock-facts.ts'
import { clockFacts, pause, restart } from './clock-facts.ts'
import type { ClockRules } from './clock-rules.ts'
import { clockRules } from './clock-rules.ts'
import { ledgerOf } from './ledger.ts'
import { runClock } from './run-clock.ts'
import { clockOf, day, slowDue } from './_testing.ts'

const twenty = clockRules({ days: 20, extensionMax: 20 })
const dueOf = (rules: ClockRules, facts: ClockFacts) => clockOf(rules, facts).due

const start = dayNumberOf(day('2024-01-15'))
const aDate = (from: number) => fc.integer({ min: 0, max: 60 }).map((n) => fromDayNumber(from + n))
const aPause: fc.Arbitrary<Pause> = fc
  .record({
    from: aDate(start),
    length: fc.option(fc.integer({ min: 0, max: 30 }), { freq: 8 }),
    reason: fc.constantFrom('third_party', 'other_organ', 'hearing'),
    told: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  })
  .map(({ from, length, reason, told }) => pause(reason, from, length === null ? null : addDays(from, length), told))
const aRestart: fc.Arbitrary<Restart> = aDate(start).map((on) => restart('correction_received', on))
const someFacts: fc.Arbitrary<ClockFacts> = fc.record({
  start: fc.constant(fromDayNumber(start)),
  pauses: fc.array(aPause, { maxLength: 5 }),
  restarts: fc.array(aRestart, { maxLength: 2 }),
  extension: fc.option(fc.integer({ min: 1, max: 20 }).map((days) => ({ days }))),
  stop: fc.constant(null),
})
const someRules = fc
  .record({
    days: fc.integer({ min: 0, max: 60 }),
    unit: fc.constantFrom('workday', 'day'),
    endsOnWorkday: fc.boolean(),
  })
  .map((rules) => clockRules({ ...rules, extensionMax: 20 }))

describe('the due date', () => {
  it('[CLK-2] is what counting day by day gives, for any pauses, fresh starts and extension', () => {
    fc.assert(
      fc.property(someRules, someFacts, (rules, facts) => {
        expect(dueOf(rules, facts)).toBe(slowDue(rules, facts))
      }),
      { numRuns: 2000 },
    )
  })

  it('[CLK-1] the receipt day is not counted, worked or not', () => {
    expect(dueOf(clockRules({ days: 1 }), clockFacts(day('2026-09-18')))).toBe('2026-09-20')
    expect(dueOf(clockRules({ days: 1 }), clockFacts(day('2026-09-19')))).toBe('2026-09-20')
    expect(dueOf(clockRules({ days: 0 }), clockFacts(day('2026-09-19')))).toBe('2026-09-19')
  })

  it('[CLK-3] a calendar-day limit that ends on a day off moves to the next working day', () => {
    const rules = clockRules({ days: 7, unit: 'day' })
    expect(dueOf(rules, clockFacts(day('2026-09-25')))).toBe('2026-10-08')
    expect(dueOf(rules, clockFacts(day('2026-09-21')))).toBe('2026-09-28')
    expect(dueOf({ ...rules, endsOnWorkday: false }, clockFacts(day('2026-09-25')))).toBe('2026-10-02')
    // A worked Saturday is no day off.
    expect(dueOf(clockRules({ days: 2, unit: 'day' }), clockFacts(day('2026-10-08')))).toBe('2026-10-10')
  })

  it('[CLK-4] a pause leaves out the working days after its first day up to and including its last', () => {
    const asked = pause('third_party', day('2026-09-22'), day('2026-10-13'))
    expect(dueOf(twenty, clockFacts(day('2026-09-14'), { pauses: [asked] }))).toBe('2026-10-30')
    expect(dueOf(twenty, clockFacts(day('2026-09-14')))).toBe('2026-10-16')
    const sameDay = pause('third_party', day('2026-09-22'), day('2026-09-22'))
    expect(dueOf(twenty, clockFacts(day('2026-09-14'), { pauses: [sameDay] }))).toBe('2026-10-16')
  })

  it('[CLK-5] overlapping pauses leave a day out once', () => {
    const both = pause('third_party', day('2026-09-22'), day('2026-10-13'))
    const inside = pause('other_organ', day('2026-09-24'), day('2026-09-29'))
    const overlapping = pause('other_organ', day('2026-10-09'), day('2026-10-13'))
    expect(dueOf(twenty, clockFacts(day('2026-09-14'), { pauses: [both, inside, overlapping, both] }))).toBe(
      '2026-10-30',
    )
  })

  it('[CLK-6] while a pause is open nobody knows the due date', () => {
    const open = pause('third_party', day('2026-09-22'), null)
    const clock = clockOf(twenty, clockFacts(day('2026-09-14'), { pauses: [open] }))
    expect(clock).toMatchObject({ due: null, dueBeforeExtension: null, provisional: false, provisionalFrom: null })
  })

  it('[CLK-23] a pause leaves out no more working days than were told for it, ended or not', () => {
    const facts = (to: string | null) =>
      clockFacts(day('2026-09-14'), { pauses: [pause('testing', day('2026-09-22'), to === null ? null : day(to), 5)] })
    const until = workdayAfter(calendar, day('2026-09-22'), 5)
    const inTime = dueOf(twenty, facts(until))
    expect(workdaysBetween(calendar, day('2026-10-16'), inTime ?? day('2026-10-16'))).toBe(5)
    for (const to of [null, '2026-11-30', '2026-12-31']) expect(dueOf(twenty, facts(to))).toBe(inTime)
    expect(dueOf(twenty, facts('2026-09-23'))).toBe('2026-10-19')
    const ledger = ledgerOf(clockOf(twenty, facts(null)))
    expect(ledger.filter(({ kind }) => kind === 'counted').reduce((sum, { days }) => sum + days, 0)).toBe(20)
    expect(ledger.at(-1)).toMatchObject({ kind: 'due', from: inTime })
  })

  it('[CLK-7] a pause that begins on or after the due date moves nothing, open or not', () => {
    for (const from of ['2026-10-16', '2026-11-02']) {
      for (const to of [null, day('2026-11-20')]) {
        const late = pause('third_party', day(from), to)
        expect(dueOf(twenty, clockFacts(day('2026-09-14'), { pauses: [late] }))).toBe('2026-10-16')
      }
    }
  })

  it('[CLK-8] a fresh start replaces the start, the latest one counts, and it ends the pause for the correction', () => {
    const fresh = (on: string) => restart('correction_received', day(on))
    const waiting = pause('awaiting_correction', day('2026-03-09'), null)
    const received = day('2026-03-02')
    expect(dueOf(twenty, clockFacts(received, { pauses: [waiting] }))).toBeNull()
    expect(dueOf(twenty, clockFacts(received, { pauses: [waiting], restarts: [fresh('2026-03-18')] }))).toBe(
      '2026-04-16',
    )
    expect(dueOf(twenty, clockFacts(received, { restarts: [fresh('2026-03-18'), fresh('2026-03-10')] }))).toBe(
      '2026-04-16',
    )
  })

  it('[CLK-9] an extension is added to the limit, also when the limit was paused', () => {
    const facts = clockFacts(day('2026-09-14'), {
      pauses: [pause('third_party', day('2026-09-22'), day('2026-10-13'))],
      extension: { days: 20 },
    })
    expect(clockOf(twenty, facts)).toMatchObject({ due: '2026-11-27', dueBeforeExtension: '2026-10-30', limit: 40 })
  })

  it('[CLK-10] the order in which facts are handed in changes neither the date nor the ledger', () => {
    fc.assert(
      fc.property(
        someFacts.chain((facts) =>
          fc.record({
            facts: fc.constant(facts),
            pauses: fc.shuffledSubarray([...facts.pauses], { minLength: facts.pauses.length }),
            restarts: fc.shuffledSubarray([...facts.restarts], { minLength: facts.restarts.length }),
          }),
        ),
        ({ facts, pauses, restarts }) => {
          const one = clockOf(twenty, facts)
          const other = clockOf(twenty, { ...facts, pauses, restarts })
          expect(other.due).toBe(one.due)
          expect(ledgerOf(other)).toEqual(ledgerOf(one))
        },
      ),
    )
  })

  it('[CLK-10] changing, pausing, resuming, extending and undoing in any order equals the final facts', () => {
    type Edit = (facts: ClockFacts) => ClockFacts
    const edit: fc.Arbitrary<Edit> = fc.oneof(
      aDate(start - 60).map((on): Edit => (facts) => ({ ...facts, start: on })),
      aPause.map((one): Edit => (facts) => ({ ...facts, pauses: [...facts.pauses, one] })),
      aDate(start + 60).map((to): Edit => (facts) => ({
        ...facts,
        pauses: facts.pauses.map((one) => (one.to === null ? { ...one, to } : one)),
      })),
      fc.nat(3).map((n): Edit => (facts) => ({ ...facts, pauses: facts.pauses.filter((_, at) => at !== n) })),
      fc.option(fc.integer({ min: 1, max: 20 })).map((days): Edit => (facts) => ({
        ...facts,
        extension: days === null ? null : { days },
      })),
    )
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        let facts = clockFacts(fromDayNumber(start))
        // The clock is asked after each step, as lists and letters do; asking leaves nothing behind.
        for (const apply of edits) {
          facts = apply(facts)
          clockOf(twenty, facts)
        }
        const replayed = structuredCopy(facts)
        expect(clockOf(twenty, facts).due).toBe(clockOf(twenty, replayed).due)
        expect(clockOf(twenty, facts).due).toBe(slowDue(twenty, replayed))
      }),
    )
  })

  it('[CLK-11] a date that rests on an unpublished year is provisional, and the first such day is named', () => {
    const provisional = (rules: ClockRules, from: string) => clockOf(rules, clockFacts(day(from))).provisionalFrom
    expect(provisional(clockRules({ days: 15 }), '2026-12-10')).toBeNull()
    expect(provisional(clockRules({ days: 16 }), '2026-12-10')).toBe('2027-01-01')
    expect(provisional(clockRules({ days: 5 }), '2027-03-01')).toBe('2027-03-02')
    expect(provisional(clockRules({ days: 5 }), '2006-12-28')).toBe('2006-12-29')
    expect(provisional(clockRules({ days: 0 }), '2027-03-01')).toBeNull()
  })

  it('[CLK-11] a calendar-day limit is provisional only by its last day', () => {
    const provisional = (days: number, endsOnWorkday: boolean) =>
      clockOf(clockRules({ days, unit: 'day', endsOnWorkday }), clockFacts(day('2026-12-10'))).provisionalFrom
    expect(provisional(21, true)).toBeNull()
    expect(provisional(22, true)).toBe('2027-01-01')
    expect(provisional(40, true)).toBe('2027-01-19')
    expect(provisional(40, false)).toBeNull()
  })

  it('[CLK-11] the same facts give a firm date once the arrangement of the next year is published', () => {
    // Not a real notice: the New Year holiday that the law gives, enough to show the date move.
    const notice: HolidayNotice = {
      id: '2027-1',
      year: 2027,
      number: null,
      publishedOn: '2026-11-30',
      url: '',
      origin: 'test',
      days: off('2027-01-01', '2027-01-03', '元旦'),
    }
    const published = indexCalendar(composeCalendar([...stateCouncilNotices, notice]))
    expect(runClock(twenty, clockFacts(day('2026-12-10')), published)).toMatchObject({
      value: { due: '2027-01-08', provisional: false, provisionalFrom: null, calendarId: '2027-1' },
    })
  })
})

const structuredCopy = (facts: ClockFacts): ClockFacts => JSON.parse(JSON.stringify(facts)) as ClockFacts

describe('facts that contradict each other', () => {
  const problems = (rules: ClockRules, facts: ClockFacts) => {
    const result = runClock(rules, facts, calendar)
    return result.ok ? [] : result.error
  }
  const from = day('2026-03-02')

  it('[CLK-12] a pause before the start, a resumption before its pause', () => {
    expect(problems(twenty, clockFacts(from, { pauses: [pause('hearing', day('2026-03-01'), null)] }))).toEqual([
      { code: 'pause_before_start', from: '2026-03-01', start: '2026-03-02' },
    ])
    expect(
      problems(twenty, clockFacts(from, { pauses: [pause('hearing', day('2026-03-09'), day('2026-03-06'))] })),
    ).toEqual([{ code: 'resume_before_pause', from: '2026-03-09', to: '2026-03-06' }])
  })

  it('[CLK-12] a fresh start or a closing before the start', () => {
    expect(problems(twenty, clockFacts(from, { restarts: [restart('fee_paid', day('2026-03-01'))] }))).toEqual([
      { code: 'restart_before_start', on: '2026-03-01', start: '2026-03-02' },
    ])
    expect(problems(twenty, clockFacts(from, { stop: day('2026-03-01') }))).toEqual([
      { code: 'stop_before_start', on: '2026-03-01', start: '2026-03-02' },
    ])
  })

  it('[CLK-9] an extension where there is none, above the cap, or of no whole day', () => {
    const extended = (days: number, rules = twenty) => problems(rules, clockFacts(from, { extension: { days } }))
    expect(extended(5, clockRules({ days: 20 }))).toEqual([{ code: 'extension_not_allowed', days: 5 }])
    expect(extended(21)).toEqual([{ code: 'extension_out_of_range', days: 21, max: 20 }])
    expect(extended(0)).toEqual([{ code: 'extension_out_of_range', days: 0, max: 20 }])
    expect(extended(1.5)).toEqual([{ code: 'extension_out_of_range', days: 1.5, max: 20 }])
    expect(extended(20)).toEqual([])
  })

  it('[CLK-12] a limit or a date beyond all reason', () => {
    expect(problems(clockRules({ days: -1 }), clockFacts(from))).toEqual([
      { code: 'days_out_of_range', days: -1, max: 3650 },
    ])
    expect(problems(clockRules({ days: 3651 }), clockFacts(from))).toMatchObject([{ code: 'days_out_of_range' }])
    expect(problems(twenty, clockFacts(day('9999-12-31')))).toMatchObject([{ code: 'date_out_of_range' }])
    expect(dueOf(clockRules({ days: 3650 }), clockFacts(day('9900-12-31')))).toMatch(/^99/)
  })

  it('[CLK-12] all contradictions are named at once', () => {
    const facts = clockFacts(from, {
      pauses: [pause('hearing', day('2026-03-01'), day('2026-02-27'))],
      extension: { days: 99 },
      stop: day('2026-01-01'),
    })
    expect(problems(twenty, facts).map(({ code }) => code)).toEqual([
      'pause_before_start',
      'resume_before_pause',
      'extension_out_of_range',
      'stop_before_start',
    ])
  })
})
