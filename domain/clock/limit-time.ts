import { type WorkCalendar, workdaysBetween } from '../calendar/work-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import { type LegalTimeState, type TimeThresholds, defaultThresholds } from './legal-time-state.ts'

/** Legal time of a matter of which only the dates are at hand: there is no ledger to look at. */
export interface LimitTime {
  readonly state: LegalTimeState
  /** The limit that the person must keep now, and its end. */
  readonly limit: 'promised' | 'statutory' | null
  readonly due: PlainDate | null
  /** Working days left: 0 on the last day, negative when over. */
  readonly left: number | null
}

export interface LimitDates {
  /** Day the clock runs from. */
  readonly clockStart: PlainDate | null
  readonly statutoryDue: PlainDate | null
  readonly promisedDue: PlainDate | null
  readonly closedOn: PlainDate | null
}

/**
 * The same states as `legalTimeState`, in the same order: while the promise lasts it counts, then the statutory limit. The share of the
 * limit that is used up is told in working days.
 */
export const limitTimeOf = (
  { clockStart, statutoryDue, promisedDue, closedOn }: LimitDates,
  today: PlainDate,
  calendar: WorkCalendar,
  thresholds: TimeThresholds = defaultThresholds,
): LimitTime => {
  if (closedOn !== null) return { state: 'done', limit: null, due: null, left: null }
  const useStatutory = promisedDue === null || (statutoryDue !== null && today > promisedDue && today > statutoryDue)
  const due = useStatutory ? statutoryDue : promisedDue
  const limit = useStatutory ? 'statutory' : 'promised'
  if (due === null) return { state: 'not_started', limit: null, due: null, left: null }
  const left = workdaysLeft(today, due, calendar)
  const used = usedPercent(clockStart, due, today, calendar)
  return { state: stateOf({ due, limit, left, used }, today, thresholds), limit, due, left }
}

/** 0 on the last day, negative when it is over. */
export const workdaysLeft = (today: PlainDate, due: PlainDate, calendar: WorkCalendar): number =>
  today <= due ? workdaysBetween(calendar, today, due) : -workdaysBetween(calendar, due, today)

interface Measured {
  readonly due: PlainDate
  readonly limit: 'promised' | 'statutory'
  readonly left: number
  readonly used: number
}

const stateOf = (
  { due, limit, left, used }: Measured,
  today: PlainDate,
  { remainingDays, elapsedPercent }: TimeThresholds,
): LegalTimeState => {
  if (today > due) return limit === 'statutory' ? 'overdue_statutory' : 'overdue_promised'
  if (today === due) return 'due_today'
  return left <= remainingDays || used >= elapsedPercent ? 'warning' : 'within'
}

const usedPercent = (start: PlainDate | null, due: PlainDate, today: PlainDate, calendar: WorkCalendar): number => {
  if (start === null) return 0
  const whole = workdaysBetween(calendar, start, due)
  return whole === 0 ? 0 : Math.floor((workdaysBetween(calendar, start, today) * 100) / whole)
}
