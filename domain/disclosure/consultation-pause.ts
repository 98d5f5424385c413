import { openPauseOf, withClockFact } from '../case/clock-log.ts'
import { type PlainDate, addDays } from '../plain-date.ts'
import type { Consulted } from './consultation.ts'
import { type ConsultedKind, consultationDays, consultedOf, withConsulted } from './consultation-period.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { regulationOn } from './regulation.ts'

interface PauseFact {
  readonly n: number
  readonly from: PlainDate
}

interface Interval {
  readonly from: PlainDate
  readonly to: PlainDate
}

/** A letter that was recorded late may be the first one of its pause. */
export const withPauseFrom = (state: DisclosureCase, { n, from }: PauseFact, sentOn: PlainDate): DisclosureCase =>
  sentOn < from ? withDays(state, n, { from: sentOn }) : state

/**
 * The pause as the letters and words say it: the clock stands still from a letter to its word, and not between two letters of which the
 * later went out after the word on the earlier. In whatever order they were recorded, the days are the same.
 */
export const withWordsCounted = (state: DisclosureCase, kind: ConsultedKind, pause: PauseFact): DisclosureCase => {
  const all = consultedOf(state, kind)
  const [first, ...later] = together(all.flatMap((one) => (one.pause === pause.n ? waitFor(one, all) : [])))
  if (first === undefined) return withDays(state, pause.n, { to: pause.from })
  return later.reduce(
    (counted, { from, to }) => {
      const added = withClockFact(counted, { kind: 'pause', reason: kind, from, to })
      const n = added.clockFacts.length
      return withConsulted(
        added,
        kind,
        consultedOf(added, kind).map((one) =>
          one.pause === pause.n && one.sentOn >= from ? { ...one, pause: n } : one,
        ),
      )
    },
    withDays(state, pause.n, first),
  )
}

/**
 * While words are waited for, the pause lasts until the time of the letters is over: silence is found by a person, but the clock does not wait
 * for that. Nothing bounds it while an arrival is not recorded.
 */
export const withTimeToAnswer = (state: DisclosureCase, kind: ConsultedKind): DisclosureCase => {
  const open = openPauseOf(state, kind)
  const regulation = regulationOn(state.clockStart ?? state.arrivedOn)
  const days = consultationDays(regulation, kind)
  if (open === null || days === null || regulation.version !== '2019') return state
  const { told: _told, toldFrom: _toldFrom, ...bare } = open
  const letters = consultedOf(state, kind).filter(({ pause }) => pause === open.n)
  const toldFrom = timeFrom(letters, days)
  const pause = toldFrom === null ? bare : { ...bare, told: days, toldFrom }
  return { ...state, clockFacts: state.clockFacts.map((fact) => (fact.n === open.n ? pause : fact)) }
}

/** The case as it is if every letter that is waited for arrived on the day it was sent: no later day is sure as long as no arrival is recorded. */
export const asIfArrived = (state: DisclosureCase): DisclosureCase =>
  (['third_party', 'other_organ'] as const).reduce<DisclosureCase>((waiting, kind) => {
    const open = openPauseOf(waiting, kind)
    const regulation = regulationOn(waiting.clockStart ?? waiting.arrivedOn)
    const told = consultationDays(regulation, kind)
    if (open === null || open.told !== undefined || told === null || regulation.version !== '2019') return waiting
    const sent = consultedOf(waiting, kind).flatMap(({ pause, sentOn }) => (pause === open.n ? [sentOn] : []))
    const pause = { ...open, told, toldFrom: sent.sort().at(-1) ?? open.from }
    return { ...waiting, clockFacts: waiting.clockFacts.map((fact) => (fact.n === open.n ? pause : fact)) }
  }, state)

/** The arrival from which the last of the words has its time; null = one that is waited for has not arrived as far as is recorded. */
const timeFrom = (letters: readonly Consulted[], days: number): PlainDate | null => {
  const waiting = letters.flatMap(({ opinion, receivedOn }) => (opinion === null ? [receivedOn] : []))
  const arrived = waiting.filter((date) => date !== null).sort()
  const last = arrived.at(-1)
  if (last === undefined || arrived.length < waiting.length) return null
  // So many working days are at least as many days: what was said by then was said in the time of the last. Else his own arrival counts too.
  const within = addDays(last, days)
  const later = letters.flatMap(({ opinion, receivedOn, sentOn }) =>
    opinion !== null && opinion.answeredOn > within ? [receivedOn ?? sentOn] : [],
  )
  return [last, ...later].sort().at(-1) ?? null
}

const waitFor = (one: Consulted, all: readonly Consulted[]): readonly Interval[] => {
  const { sentOn, opinion } = one
  if (opinion === null) return []
  return [{ from: sentOn, to: opinion.answeredOn < sentOn || isLostAgain(one, all) ? sentOn : opinion.answeredOn }]
}

/** Of several letters to one person that never arrived only the first stops the clock: nobody waits by sending them. */
export const isLostAgain = ({ n, name, undelivered }: Consulted, all: readonly Consulted[]): boolean =>
  undelivered !== null &&
  all.some((other) => other.n < n && other.undelivered !== null && other.name.trim() === name.trim())

/** Intervals that touch or overlap, as one. */
const together = (intervals: readonly Interval[]): readonly Interval[] =>
  [...intervals]
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    .reduce<readonly Interval[]>((joined, next) => {
      const last = joined.at(-1)
      if (last === undefined || next.from > last.to) return [...joined, next]
      return [...joined.slice(0, -1), { from: last.from, to: next.to > last.to ? next.to : last.to }]
    }, [])

/** A pause that ended says its own days: no time is told for it any more. */
const withDays = (state: DisclosureCase, n: number, days: Partial<Interval>): DisclosureCase => ({
  ...state,
  clockFacts: state.clockFacts.map((fact) => {
    if (fact.n !== n || fact.kind !== 'pause') return fact
    const { told: _told, toldFrom: _toldFrom, ...bare } = fact
    return { ...bare, ...days }
  }),
})
