import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { workdayAfter } from '../calendar/work-calendar.ts'
import type { CaseAct } from '../case/case-act.ts'
import { caseClocks } from '../case/clocks.ts'
import { decide } from '../case/decide.ts'
import { fold } from '../case/fold.ts'
import { actingOn, day } from '../case/_testing.ts'
import { clockFacts, pause } from '../clock/clock-facts.ts'
import { dualClock } from '../clock/legal-time-state.ts'
import { type PlainDate, addDays } from '../plain-date.ts'
import { accepted, claim, extend, go, special, specialDone } from './_testing.ts'
import type { ServiceCase } from './service-state.ts'
import { intakeLimits } from './service-limits.ts'

const start = day('2026-09-29')
const fresh = go(accepted, ['2026-09-29', claim])

/** What a clerk may try, some days after the act before it. Tried in a state that forbids it, it changes nothing. */
const attempts = fc.array(
  fc.record({
    wait: fc.integer({ min: 0, max: 4 }),
    what: fc.oneof(
      fc.record({ kind: fc.constant('pause' as const), days: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ kind: fc.constant('renew' as const), days: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ kind: fc.constant('resume' as const) }),
      fc.record({ kind: fc.constant('lapse' as const) }),
      fc.record({ kind: fc.constant('extend' as const), days: fc.integer({ min: 1, max: 12 }) }),
      fc.record({ kind: fc.constant('undo' as const), fact: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ kind: fc.constant('start' as const), back: fc.integer({ min: -3, max: 10 }) }),
      fc.record({
        kind: fc.constant('change' as const),
        fact: fc.integer({ min: 1, max: 6 }),
        from: fc.integer({ min: 0, max: 20 }),
        length: fc.integer({ min: 0, max: 9 }),
      }),
    ),
  }),
  { maxLength: 25 },
)
type Attempt = (typeof attempts extends fc.Arbitrary<infer List> ? List : never) extends readonly (infer One)[]
  ? One
  : never

const actFor = ({ what }: Attempt): CaseAct => {
  switch (what.kind) {
    case 'pause':
      return { ...special, days: what.days }
    case 'renew':
      return { kind: 'service.special_renew', days: what.days, reason: '设备故障' }
    case 'resume':
      return specialDone
    case 'lapse':
      return { kind: 'service.special_lapse', reason: '未出结果' }
    case 'extend':
      return extend(what.days)
    case 'undo':
      return { kind: 'clock.undo', fact: what.fact, reason: '误录' }
    case 'start':
      return { kind: 'clock.change_start', start: addDays(start, -what.back), reason: '误录' }
    case 'change': {
      const from = addDays(start, what.from)
      return { kind: 'clock.change_pause', fact: what.fact, from, to: addDays(from, what.length), reason: '误录' }
    }
  }
}

/** A book of facts kept by hand beside the case. */
interface Book {
  readonly start: PlainDate
  readonly pauses: ReadonlyMap<
    number,
    { readonly from: PlainDate; readonly to: PlainDate | null; readonly told: number }
  >
  readonly extensions: ReadonlyMap<number, number>
  readonly facts: number
}

const entered = (book: Book, { what }: Attempt, on: PlainDate): Book => {
  const n = book.facts + 1
  switch (what.kind) {
    case 'pause':
      return { ...book, facts: n, pauses: new Map([...book.pauses, [n, { from: on, to: null, told: what.days }]]) }
    case 'renew': {
      const before = withEnds(book, on)
      return { ...before, facts: n, pauses: new Map([...before.pauses, [n, { from: on, to: null, told: what.days }]]) }
    }
    case 'resume':
    case 'lapse':
      return withEnds(book, on)
    case 'extend':
      return { ...book, facts: n, extensions: new Map([...book.extensions, [n, what.days]]) }
    case 'undo':
      return {
        ...book,
        pauses: new Map([...book.pauses].filter(([at]) => at !== what.fact)),
        extensions: new Map([...book.extensions].filter(([at]) => at !== what.fact)),
      }
    case 'start':
      return { ...book, start: addDays(start, -what.back) }
    case 'change': {
      const from = addDays(start, what.from)
      const told = book.pauses.get(what.fact)?.told ?? 0
      return { ...book, pauses: new Map([...book.pauses, [what.fact, { from, to: addDays(from, what.length), told }]]) }
    }
  }
}

const withEnds = (book: Book, on: PlainDate): Book => ({
  ...book,
  pauses: new Map([...book.pauses].map(([at, { from, to, told }]) => [at, { from, to: to ?? on, told }])),
})

/** The end of a pause by hand: its own, or the last of the days that were told, whichever is earlier. */
const endOf = ({ from, to, told }: { from: PlainDate; to: PlainDate | null; told: number }): PlainDate => {
  const until = workdayAfter(calendar, from, told)
  return to !== null && to < until ? to : until
}

const tried = (state: ServiceCase, attempt: Attempt, today: PlainDate): ServiceCase | null => {
  const act = actFor(attempt)
  const role = act.kind === 'service.extend' ? 'head' : 'reviewer'
  const decided = decide(state, act, actingOn(today).context({ role }))
  if (!decided.ok) return null
  const next = fold(state, state.id, decided.value)
  return next.kind === 'service' ? next : null
}

describe('the clock of a request', () => {
  it('[SRV-39] acts in any order give the due dates of the facts that are left', () => {
    let reached = 0
    fc.assert(
      fc.property(attempts, (list) => {
        let state = fresh
        let today = start
        let book: Book = { start: day('2026-09-28'), pauses: new Map(), extensions: new Map(), facts: 0 }
        for (const attempt of list) {
          today = addDays(today, attempt.wait)
          const next = tried(state, attempt, today)
          if (next === null) continue
          state = next
          book = entered(book, attempt, today)
          reached++
        }
        const [days] = book.extensions.values()
        const facts = clockFacts(book.start, {
          pauses: [...book.pauses.values()].map((one) => pause('testing', one.from, endOf(one))),
          extension: days === undefined ? null : { days },
        })
        const expected = dualClock(intakeLimits(state.intake), facts, calendar)
        const clocks = caseClocks(state, calendar)
        expect(expected.ok).toBe(true)
        if (!expected.ok) return
        expect([clocks.statutory?.due, clocks.promised?.due]).toEqual([
          expected.value.statutory?.due,
          expected.value.promised?.due,
        ])
      }),
      { numRuns: 400 },
    )
    // The property says nothing if every attempt was refused.
    expect(reached).toBeGreaterThan(400)
  })
})
