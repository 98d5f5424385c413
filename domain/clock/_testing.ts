// Oracles for the tests of the clock: the law read day by day, without any of the code under test.
import { describeDay } from '../calendar/describe-day.ts'
import { currentWorkCalendar } from '../calendar/state-council.ts'
import type { PlainDate } from '../plain-date.ts'
import { addDays, plainDate } from '../plain-date.ts'
import type { ClockFacts } from './clock-facts.ts'
import type { ClockRules } from './clock-rules.ts'
import type { Clock } from './run-clock.ts'
import { runClock } from './run-clock.ts'

export const day = (text: string): PlainDate => plainDate(text)

/** The clock, for facts that must be accepted. */
export const clockOf = (rules: ClockRules, facts: ClockFacts): Clock => {
  const result = runClock(rules, facts, currentWorkCalendar)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export const isWorked = (date: PlainDate): boolean => {
  const { kind } = describeDay(currentWorkCalendar, date)
  return kind === 'workday' || kind === 'makeup'
}

const earlier = (a: PlainDate | null, b: PlainDate): PlainDate => (a !== null && a < b ? a : b)

const workedDayAfter = (from: PlainDate, count: number): PlainDate => {
  let date = from
  for (let worked = 0; worked < count;) {
    date = addDays(date, 1)
    if (isWorked(date)) worked++
  }
  return date
}

/** Walks from the day after the start and counts what the law counts. Null when an open pause is met before the end. */
export const slowDue = (rules: ClockRules, facts: ClockFacts): PlainDate | null => {
  const limit = rules.days + (facts.extension?.days ?? 0)
  const starts = [facts.start, ...facts.restarts.map(({ on }) => on)].sort()
  const start = starts[starts.length - 1] ?? facts.start
  const fresh = facts.restarts.length > 0
  const pauses = facts.pauses
    .filter(({ from, to }) => !(to === null && fresh && from <= start))
    .map(({ from, to, told }) => ({ from, to: told === undefined ? to : earlier(to, workedDayAfter(from, told)) }))
  let date = start
  for (let counted = 0; counted < limit;) {
    date = addDays(date, 1)
    const inPause = pauses.filter(({ from, to }) => date > from && (to === null || date <= to))
    if (inPause.some(({ to }) => to === null)) return null
    if (inPause.length > 0) continue
    if (rules.unit === 'day' || isWorked(date)) counted++
  }
  if (rules.unit === 'day' && rules.endsOnWorkday && limit > 0) while (!isWorked(date)) date = addDays(date, 1)
  return date
}
