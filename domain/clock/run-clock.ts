import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { addWorkdays, countWorkdays, firstWorkdayFrom, isCovered } from '../calendar/work-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import { comparePlainDates, dayNumberOf, fromDayNumber } from '../plain-date.ts'
import type { Result } from '../result.ts'
import { err, ok } from '../result.ts'
import type { ClockFacts, Pause, Restart } from './clock-facts.ts'
import type { ClockProblem } from './clock-problem.ts'
import { findClockProblems } from './clock-problem.ts'
import { type ClockRules, maxClockDays } from './clock-rules.ts'
import { lastPausedDay } from './told-pause.ts'

/** A pause as it is effective, in day numbers: the days in (`from`, `to`] do not count. `to` null = open. */
export interface Gap {
  readonly from: number
  readonly to: number | null
  readonly pause: Pause
}

/** A limit run over the facts of a case with one calendar. Plain data except the calendar; the ledger is made from it on demand. */
export interface Clock {
  readonly rules: ClockRules
  readonly facts: ClockFacts
  readonly calendar: WorkCalendar
  /** Printed with every deadline: 日历 2026-1. */
  readonly calendarId: string
  /** The day from whose morrow the limit is counted: the start, or the latest fresh start. */
  readonly start: PlainDate
  /** Length of the limit with its extension, in days of the rule's unit. */
  readonly limit: number
  /** Last day of the limit; null = not known, because the clock stands still. */
  readonly due: PlainDate | null
  /** Last day of the limit without the extension; null = not known. */
  readonly dueBeforeExtension: PlainDate | null
  /** True = 暂定: the due date depends on days for which no arrangement is published. */
  readonly provisional: boolean
  /** The first of those days. */
  readonly provisionalFrom: PlainDate | null
  /** Stretches that stand still before the due date: disjoint, ascending, after the start. */
  readonly gaps: readonly Gap[]
}

/**
 * The due date of a limit.
 *
 * The day of the start is not counted; a pause leaves out the days after `from` up to and including `to`, and no more working days than
 * were told for it; overlapping pauses leave a day out once; the latest fresh start replaces the start and ends pauses still open on its day; the extension is
 * added to the limit. What happens on or after the due date moves nothing: a limit that has run out stays run out.
 */
export const runClock = (
  rules: ClockRules,
  facts: ClockFacts,
  calendar: WorkCalendar,
): Result<Clock, readonly ClockProblem[]> => {
  const problems = findClockProblems(rules, facts)
  if (problems.length > 0) return err(problems)
  const restart = latestRestart(facts)
  const start = restart?.on ?? facts.start
  const startDay = dayNumberOf(start)
  const gaps = disjointGaps(facts.pauses, startDay, restart, calendar)
  const limit = rules.days + (facts.extension?.days ?? 0)
  const reached = reach(rules, calendar, startDay, gaps, limit)
  const base = limit === rules.days ? reached : reach(rules, calendar, startDay, gaps, rules.days)
  const provisionalDay = reached === null ? null : firstUncoveredDay(rules, calendar, startDay, reached)
  return ok({
    rules,
    facts,
    calendar,
    calendarId: calendar.id,
    start,
    limit,
    due: reached === null ? null : fromDayNumber(reached.due),
    dueBeforeExtension: base === null ? null : fromDayNumber(base.due),
    provisional: provisionalDay !== null,
    provisionalFrom: provisionalDay === null ? null : fromDayNumber(provisionalDay),
    gaps: reached === null ? gaps : gaps.filter((gap) => gap.from < reached.counted),
  })
}

/** Days of the rule's unit in (`from`, `to`], whatever stands still. */
export const measure = (rules: ClockRules, calendar: WorkCalendar, from: number, to: number): number =>
  rules.unit === 'workday' ? countWorkdays(calendar, from, to) : Math.max(0, to - from)

interface Reached {
  /** The day that completes the limit. */
  readonly counted: number
  /** The same, or the working day it moves to. */
  readonly due: number
}

/** Walks over the gaps: each that begins before the limit is complete moves its end by its own length. Null = a gap is open. */
const reach = (
  rules: ClockRules,
  calendar: WorkCalendar,
  start: number,
  gaps: readonly Gap[],
  limit: number,
): Reached | null => {
  const end = (days: number) => (rules.unit === 'workday' ? addWorkdays(calendar, start, days) : start + days)
  let days = limit
  let counted = end(days)
  for (const gap of gaps) {
    if (gap.from >= counted) break
    if (gap.to === null) return null
    days += measure(rules, calendar, gap.from, gap.to)
    counted = end(days)
  }
  const moves = rules.unit === 'day' && rules.endsOnWorkday && limit > 0
  return { counted, due: moves ? firstWorkdayFrom(calendar, counted) : counted }
}

const latestRestart = (facts: ClockFacts): Restart | null =>
  facts.restarts.reduce<Restart | null>(
    (latest, next) => (latest === null || next.on > latest.on ? next : latest),
    null,
  )

/** Pauses after the start, each day given to the pause that began first, so that no day is left out twice. */
const disjointGaps = (
  pauses: readonly Pause[],
  start: number,
  restart: Restart | null,
  calendar: WorkCalendar,
): readonly Gap[] => {
  const gaps: Gap[] = []
  let until = start
  for (const pause of [...pauses].sort(byBeginning)) {
    const endedByRestart = pause.to === null && restart !== null && pause.from <= restart.on
    const last = lastPausedDay(pause, calendar)
    const to = endedByRestart ? start : last === null ? null : dayNumberOf(last)
    const from = Math.max(dayNumberOf(pause.from), until)
    if (to !== null && to <= from) continue
    gaps.push({ from, to, pause })
    if (to === null) break
    until = to
  }
  return gaps
}

/** A total order, so that the same set of pauses gives the same ledger in whatever order it is handed in. */
const byBeginning = (a: Pause, b: Pause): number =>
  comparePlainDates(a.from, b.from) ||
  (a.to === b.to ? 0 : a.to === null ? 1 : b.to === null ? -1 : comparePlainDates(a.to, b.to)) ||
  (a.reason < b.reason ? -1 : a.reason > b.reason ? 1 : 0) ||
  (a.told ?? maxClockDays) - (b.told ?? maxClockDays)

/**
 * The first day outside the calendar on which the due date depends: for working days any day that was counted or passed
 * over; for calendar days only the last ones, which must be known to be worked or off.
 */
const firstUncoveredDay = (
  rules: ClockRules,
  calendar: WorkCalendar,
  start: number,
  reached: Reached,
): number | null => {
  if (rules.unit === 'day' && !rules.endsOnWorkday) return null
  const first = rules.unit === 'workday' ? start + 1 : reached.counted
  if (reached.due < first) return null
  if (!isCovered(calendar, first)) return first
  return isCovered(calendar, reached.due) ? null : calendar.lastDay + 1
}
