import type { PlainDate } from '../plain-date.ts'
import { dayNumberOf } from '../plain-date.ts'
import type { Clock } from './run-clock.ts'
import { measure } from './run-clock.ts'

/**
 * Days of the limit that are used up at the end of `asOf` (第 n 日): `asOf` itself counts, paused days do not, and counting
 * ends on the day the matter was closed. After the due date every working day (or day) counts: nothing pauses a limit that
 * has run out, so the number exceeds the limit by the days of delay.
 */
export const countedOn = (clock: Clock, asOf: PlainDate): number => {
  const { rules, calendar } = clock
  const stop = clock.facts.stop
  const until = dayNumberOf(stop !== null && stop < asOf ? stop : asOf)
  const start = dayNumberOf(clock.start)
  if (clock.due !== null && until > dayNumberOf(clock.due)) {
    return clock.limit + measure(rules, calendar, dayNumberOf(clock.due), until)
  }
  let counted = measure(rules, calendar, start, until)
  for (const gap of clock.gaps) {
    if (gap.from >= until) break
    counted -= measure(rules, calendar, gap.from, Math.min(gap.to ?? until, until))
  }
  return Math.min(counted, clock.limit)
}

/** Days of the limit left after `asOf`: 0 on the due date, negative when overdue. */
export const remainingOn = (clock: Clock, asOf: PlainDate): number => clock.limit - countedOn(clock, asOf)

/** Working days that were counted towards the due date; null while it is not known. */
export const workdaysCounted = (clock: Clock): number | null => {
  if (clock.due === null) return null
  if (clock.rules.unit === 'workday') return clock.limit
  const workdayRules = { ...clock.rules, unit: 'workday' as const }
  const due = dayNumberOf(clock.due)
  return clock.gaps.reduce(
    (left, gap) => left - measure(workdayRules, clock.calendar, gap.from, Math.min(gap.to ?? due, due)),
    measure(workdayRules, clock.calendar, dayNumberOf(clock.start), due),
  )
}
