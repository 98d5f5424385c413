import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween } from '../plain-date.ts'
import { clockFacts, pause, pauseReasons, pauseArticles, restart } from './clock-facts.ts'
import { clockRules } from './clock-rules.ts'
import { findArticleParts } from '../law/article.ts'
import { ledgerDaysOf } from './ledger-days.ts'
import { ledgerPhasesOf, ledgerSumsOf } from './ledger-phases.ts'
import { ledgerOf } from './ledger.ts'
import { clockOf, day, isWorked } from './_testing.ts'

const reply = clockRules({
  days: 20,
  extensionMax: 20,
  articles: { start: ['ogi2019:31(1)', 'civilCode:201'], limit: ['ogi2019:33(2)'], extension: ['ogi2019:33(2)'] },
})
const asked = pause('third_party', day('2026-09-22'), day('2026-10-13'))
const consulted = clockOf(reply, clockFacts(day('2026-09-14'), { pauses: [asked] }))

const anyClock = fc
  .record({
    days: fc.integer({ min: 0, max: 45 }),
    unit: fc.constantFrom('workday', 'day'),
    startAt: fc.integer({ min: 0, max: 1200 }),
    pauses: fc.array(fc.record({ from: fc.integer({ min: 0, max: 50 }), length: fc.integer({ min: 0, max: 25 }) }), {
      maxLength: 4,
    }),
    restartAt: fc.option(fc.integer({ min: 0, max: 20 })),
    extension: fc.option(fc.integer({ min: 1, max: 20 }).map((days) => ({ days }))),
  })
  .map(({ days, unit, startAt, pauses, restartAt, extension }) => {
    const start = addDays(day('2024-01-01'), startAt)
    return clockOf(
      { ...reply, days, unit },
      clockFacts(start, {
        pauses: pauses.map(({ from, length }) =>
          pause('third_party', addDays(start, from), addDays(start, from + length)),
        ),
        restarts: restartAt === null ? [] : [restart('correction_received', addDays(start, restartAt))],
        extension,
      }),
    )
  })

describe('the ledger', () => {
  it('[CLK-13] every calendar day from the start to the due date lies in exactly one stretch', () => {
    fc.assert(
      fc.property(anyClock, (clock) => {
        const entries = ledgerOf(clock)
        const stretches = entries.filter(({ kind }) => kind !== 'due')
        let next = clock.facts.start
        for (const { from, to, days } of stretches) {
          expect(from).toBe(next)
          expect(to).not.toBeNull()
          expect(daysBetween(from, to ?? from) + 1).toBe(days)
          next = addDays(to ?? from, 1)
        }
        expect(addDays(next, -1)).toBe(clock.due)
        expect(entries[entries.length - 1]).toMatchObject({
          kind: 'due',
          from: clock.due,
          to: clock.due,
          total: clock.limit,
        })
      }),
    )
  })

  it('[CLK-13] the counted days add up to the limit, and the calendar days to the sum of all', () => {
    fc.assert(
      fc.property(anyClock, (clock) => {
        const entries = ledgerOf(clock)
        const sums = ledgerSumsOf(entries)
        const starts = entries.filter(({ kind }) => kind === 'start').length
        expect(sums.counted).toBe(clock.limit)
        expect(sums.counted + sums.paused + sums.rest + sums.superseded).toBe(sums.calendarDays)
        expect(sums.calendarDays).toBe(daysBetween(clock.facts.start, clock.due ?? clock.facts.start) + 1 - starts)
      }),
    )
  })

  it('[CLK-13] in working days a stretch is counted or paused only where it is worked, and left out only where it is not', () => {
    fc.assert(
      fc.property(anyClock, (clock) => {
        if (clock.rules.unit === 'day') return
        for (const { date, role } of ledgerDaysOf(clock)) {
          if (role === 'counted' || role === 'paused') expect(isWorked(date), date).toBe(true)
          if (role === 'rest') expect(isWorked(date), date).toBe(false)
        }
      }),
    )
  })

  it('[CLK-13] each stretch carries its reason and article', () => {
    expect(
      ledgerOf(consulted).map(({ from, to, kind, days, total, reason }) => [from, to, kind, days, total, reason.code]),
    ).toEqual([
      ['2026-09-14', '2026-09-14', 'start', 1, 0, 'received'],
      ['2026-09-15', '2026-09-18', 'counted', 4, 4, 'counted'],
      ['2026-09-19', '2026-09-19', 'excluded', 1, 4, 'weekend'],
      ['2026-09-20', '2026-09-20', 'counted', 1, 5, 'makeup'],
      ['2026-09-21', '2026-09-22', 'counted', 2, 7, 'counted'],
      ['2026-09-23', '2026-09-24', 'paused', 2, 7, 'pause'],
      ['2026-09-25', '2026-09-27', 'excluded', 3, 7, 'holiday'],
      ['2026-09-28', '2026-09-30', 'paused', 3, 7, 'pause'],
      ['2026-10-01', '2026-10-07', 'excluded', 7, 7, 'holiday'],
      ['2026-10-08', '2026-10-10', 'paused', 3, 7, 'pause'],
      ['2026-10-11', '2026-10-11', 'excluded', 1, 7, 'weekend'],
      ['2026-10-12', '2026-10-13', 'paused', 2, 7, 'pause'],
      ['2026-10-14', '2026-10-16', 'counted', 3, 10, 'counted'],
      ['2026-10-17', '2026-10-18', 'excluded', 2, 10, 'weekend'],
      ['2026-10-19', '2026-10-23', 'counted', 5, 15, 'counted'],
      ['2026-10-24', '2026-10-25', 'excluded', 2, 15, 'weekend'],
      ['2026-10-26', '2026-10-30', 'counted', 5, 20, 'counted'],
      ['2026-10-30', '2026-10-30', 'due', 0, 20, 'limit_reached'],
    ])
    const [start, , , makeup, , paused, holiday] = ledgerOf(consulted)
    expect(start?.articles).toEqual(['ogi2019:31(1)', 'civilCode:201'])
    expect(makeup?.reason).toEqual({ code: 'makeup', holiday: '国庆节', decree: '2026-1' })
    expect(paused?.articles).toEqual(['ogi2019:32', 'ogi2019:33(3)'])
    expect(holiday).toMatchObject({ reason: { holiday: '中秋节' }, during: 'third_party', articles: ['holidays:7'] })
    for (const entry of ledgerOf(consulted)) expect(entry.articles.length, entry.from).toBeGreaterThan(0)
  })

  it('[CLK-13] the article of every pause is a citation of a law we name', () => {
    for (const reason of pauseReasons) {
      for (const article of pauseArticles[reason]) expect(findArticleParts(article), article).not.toBeNull()
    }
  })

  it('[CLK-8] the days before a fresh start stay in the ledger as superseded', () => {
    const facts = clockFacts(day('2026-03-02'), { restarts: [restart('correction_received', day('2026-03-18'))] })
    expect(ledgerOf(clockOf(reply, facts)).slice(0, 4)).toMatchObject([
      { kind: 'start', from: '2026-03-02', reason: { code: 'received' } },
      { kind: 'excluded', from: '2026-03-03', to: '2026-03-17', days: 15, total: 0, reason: { code: 'superseded' } },
      { kind: 'start', from: '2026-03-18', reason: { code: 'fresh_start', reason: 'correction_received' } },
      { kind: 'counted', from: '2026-03-19', total: 2 },
    ])
  })

  it('[CLK-6] an open pause is the last line, without an end', () => {
    const open = pause('third_party', day('2026-09-22'), null)
    const entries = ledgerOf(clockOf(reply, clockFacts(day('2026-09-14'), { pauses: [open] })))
    expect(entries[entries.length - 1]).toMatchObject({
      kind: 'paused',
      from: '2026-09-23',
      to: null,
      days: 0,
      total: 7,
    })
    expect(ledgerSumsOf(entries)).toMatchObject({ counted: 7, paused: 0 })
  })

  it('[CLK-9] the days of the extension are marked and cite its article', () => {
    const rules = { ...reply, articles: { ...reply.articles, extension: ['licensing:42(1)'] as const } }
    const entries = ledgerOf(clockOf(rules, clockFacts(day('2026-03-02'), { extension: { days: 20 } })))
    const first = entries.find(({ extension }) => extension)
    expect(first).toMatchObject({ kind: 'counted', from: '2026-03-31', articles: ['licensing:42(1)'] })
    expect(entries[entries.length - 1]).toMatchObject({
      articles: ['ogi2019:33(2)', 'licensing:42(1)'],
      reason: { code: 'limit_reached', limit: 40, extension: 20 },
    })
  })

  it('[CLK-11] provisional days are stretches of their own', () => {
    const entries = ledgerOf(clockOf(reply, clockFacts(day('2026-12-10'))))
    expect(entries.filter(({ provisional }) => provisional).map(({ from, kind }) => [from, kind])).toEqual([
      ['2027-01-01', 'counted'],
      ['2027-01-02', 'excluded'],
      ['2027-01-04', 'counted'],
      ['2027-01-07', 'due'],
    ])
  })

  it('[CLK-3] the days a last day off moves over cite the procedure law', () => {
    const entries = ledgerOf(clockOf(clockRules({ days: 7, unit: 'day' }), clockFacts(day('2026-09-25'))))
    expect(entries.map(({ from, to, kind, reason }) => [from, to, kind, reason.code])).toEqual([
      ['2026-09-25', '2026-09-25', 'start', 'received'],
      ['2026-09-26', '2026-10-02', 'counted', 'counted'],
      ['2026-10-03', '2026-10-08', 'excluded', 'last_day_off'],
      ['2026-10-08', '2026-10-08', 'due', 'limit_reached'],
    ])
    expect(entries[2]?.articles).toEqual(['civilProcedure:85'])
  })
})

describe('the ledger as people read it', () => {
  it('[CLK-14] one row for what ran and one for what stood still: 46 days = 20 counted + 10 paused + 16 off', () => {
    const entries = ledgerOf(consulted)
    const rows = ledgerPhasesOf(entries)
    expect(
      rows.map(({ kind, from, to, counted, paused, rest, total }) => [kind, from, to, counted, paused, rest, total]),
    ).toEqual([
      ['start', '2026-09-14', '2026-09-14', 0, 0, 0, 0],
      ['running', '2026-09-15', '2026-09-22', 7, 0, 1, 7],
      ['paused', '2026-09-23', '2026-10-13', 0, 10, 11, 7],
      ['running', '2026-10-14', '2026-10-30', 13, 0, 4, 20],
      ['due', '2026-10-30', '2026-10-30', 0, 0, 0, 20],
    ])
    expect(ledgerSumsOf(entries)).toEqual({ calendarDays: 46, counted: 20, paused: 10, rest: 16, superseded: 0 })
    expect(rows[1]?.remarks.map(({ from, reason }) => [from, reason.code])).toEqual([
      ['2026-09-19', 'weekend'],
      ['2026-09-20', 'makeup'],
    ])
    expect(rows.map(({ articles }) => articles)).toEqual([
      ['ogi2019:31(1)', 'civilCode:201'],
      ['ogi2019:33(2)'],
      ['ogi2019:32', 'ogi2019:33(3)'],
      ['ogi2019:33(2)'],
      ['ogi2019:33(2)'],
    ])
    expect(rows[2]?.pause).toBe('third_party')
  })

  it('[CLK-14] rows follow each other without a gap and lose no day', () => {
    fc.assert(
      fc.property(anyClock, (clock) => {
        const entries = ledgerOf(clock)
        const rows = ledgerPhasesOf(entries).filter(({ kind }) => kind !== 'due')
        rows.slice(1).forEach((row, at) => expect(daysBetween(rows[at]?.to ?? row.from, row.from)).toBe(1))
        const days = rows.reduce((sum, row) => sum + row.counted + row.paused + row.rest, 0)
        const sums = ledgerSumsOf(entries)
        expect(days).toBe(sums.counted + sums.paused + sums.rest)
      }),
    )
  })

  it('[CLK-14] the calendar picture numbers the counted days and marks 休, 班, 停, the start and the due date', () => {
    const days = ledgerDaysOf(consulted)
    const of = (date: string) => days.find((one) => one.date === date)
    expect(days.length).toBe(47)
    expect(of('2026-09-14')).toMatchObject({ role: 'start', number: null })
    expect(of('2026-09-20')).toMatchObject({ role: 'counted', number: 5, day: { kind: 'makeup' } })
    expect(of('2026-09-25')).toMatchObject({ role: 'rest', number: null, day: { kind: 'holiday' } })
    expect(of('2026-10-10')).toMatchObject({ role: 'paused', number: null, day: { kind: 'makeup' } })
    expect(of('2026-10-14')).toMatchObject({ role: 'counted', number: 8 })
    expect(of('2026-10-30')).toMatchObject({ role: 'counted', number: 20, isDue: true })
    expect(days.filter(({ isDue }) => isDue).length).toBe(1)
  })

  it('[CLK-14] while a pause is open the picture ends today', () => {
    const open = pause('third_party', day('2026-09-22'), null)
    const clock = clockOf(reply, clockFacts(day('2026-09-14'), { pauses: [open] }))
    expect(ledgerDaysOf(clock).length).toBe(9)
    const days = ledgerDaysOf(clock, day('2026-09-28'))
    expect(days[days.length - 1]).toMatchObject({ date: '2026-09-28', role: 'paused', isDue: false })
  })
})
