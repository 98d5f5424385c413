import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import { dayNumberOf } from '../plain-date.ts'
import type { Result } from '../result.ts'
import { err, ok } from '../result.ts'
import type { ClockFacts } from './clock-facts.ts'
import type { ClockProblem } from './clock-problem.ts'
import type { ClockRules } from './clock-rules.ts'
import { countedOn, remainingOn } from './count-days.ts'
import type { Clock } from './run-clock.ts'
import { runClock } from './run-clock.ts'

/** The two limits of one case over the same facts. Null = no such limit. */
export interface DualClock {
  readonly statutory: Clock | null
  readonly promised: Clock | null
}

/**
 * Where a case stands: `overdue_promised` is the yellow state, `overdue_statutory` the red one. The state looks at the
 * promised limit while it lasts, then at the statutory one.
 */
export const legalTimeStates = [
  'not_started',
  'paused',
  'within',
  'warning',
  'due_today',
  'overdue_promised',
  'overdue_statutory',
  'done',
] as const
export type LegalTimeState = (typeof legalTimeStates)[number]

/** No national threshold exists; a center sets its own. */
export interface TimeThresholds {
  /** Warn when no more than so many days are left. */
  readonly remainingDays: number
  /** Warn when so many per cent of the limit are used up. */
  readonly elapsedPercent: number
}

export const defaultThresholds: TimeThresholds = { remainingDays: 1, elapsedPercent: 90 }

/** Runs both limits. An extension extends the promise only when the promise's own rules allow one. */
export const dualClock = (
  rules: { readonly statutory: ClockRules | null; readonly promised: ClockRules | null },
  facts: ClockFacts,
  calendar: WorkCalendar,
): Result<DualClock, readonly ClockProblem[]> => {
  const statutory = rules.statutory === null ? null : runClock(rules.statutory, facts, calendar)
  const promised =
    rules.promised === null
      ? null
      : runClock(rules.promised, rules.promised.extensionMax === 0 ? { ...facts, extension: null } : facts, calendar)
  if (statutory !== null && !statutory.ok) return statutory
  if (promised !== null && !promised.ok) return err(promised.error)
  return ok({ statutory: statutory?.value ?? null, promised: promised?.value ?? null })
}

/** @returns `not_started` also when the case has no limit at all */
export const legalTimeState = (
  clocks: DualClock,
  asOf: PlainDate,
  thresholds: TimeThresholds = defaultThresholds,
): LegalTimeState => {
  const any = clocks.statutory ?? clocks.promised
  if (any === null || asOf < any.facts.start) return 'not_started'
  if (any.facts.stop !== null && any.facts.stop <= asOf) return 'done'
  if (isOver(clocks.statutory, asOf)) return 'overdue_statutory'
  if (isOver(clocks.promised, asOf)) return 'overdue_promised'
  const clock = clocks.promised ?? any
  if (clock.due === asOf) return 'due_today'
  if (isPausedOn(clock, asOf)) return 'paused'
  return isNear(clock, asOf, thresholds) ? 'warning' : 'within'
}

/** Days after the pause began, up to and including the day it ended; an open pause that hides the due date lasts. */
export const isPausedOn = (clock: Clock, asOf: PlainDate): boolean => {
  const day = dayNumberOf(asOf)
  return clock.gaps.some((gap) => day > gap.from && (gap.to === null || day <= gap.to))
}

const isOver = (clock: Clock | null, asOf: PlainDate): boolean =>
  clock !== null && clock.due !== null && asOf > clock.due

/** Whole numbers only: 18 of 20 days are 90 %, 17 are not. */
const isNear = (clock: Clock, asOf: PlainDate, thresholds: TimeThresholds): boolean =>
  remainingOn(clock, asOf) <= thresholds.remainingDays ||
  countedOn(clock, asOf) * 100 >= clock.limit * thresholds.elapsedPercent
