import type { WorkCalendar } from '../../../../domain/calendar/work-calendar.ts'
import { workdaysBetween } from '../../../../domain/calendar/work-calendar.ts'
import {
  defaultThresholds,
  type LegalTimeState,
  type TimeThresholds,
} from '../../../../domain/clock/legal-time-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { CaseRow } from '../../../../contract/queries/cases.ts'
import { asDate } from '../../../i18n/dates.ts'

/** Legal time of a row, from the dates the host reckoned: the row has no ledger of its own. */
export interface RowTime {
  readonly state: LegalTimeState
  /** The limit that the person must keep now, and its end. */
  readonly limit: 'promised' | 'statutory' | null
  readonly due: PlainDate | null
  /** Working days left: 0 on the last day, negative when over. */
  readonly left: number | null
}

type Dates = Pick<CaseRow, 'clockStart' | 'statutoryDue' | 'promisedDue' | 'closedOn'>

/**
 * The same states as `legalTimeState` of the domain, in the same order: while the promise lasts it counts, then the statutory
 * limit. The share of the limit that is used up is told in working days.
 */
export const rowTimeOf = (
  row: Dates,
  today: PlainDate,
  calendar: WorkCalendar,
  thresholds: TimeThresholds = defaultThresholds,
): RowTime => {
  const statutory = asDate(row.statutoryDue)
  const promised = asDate(row.promisedDue)
  if (row.closedOn !== null) return { state: 'done', limit: null, due: null, left: null }
  const useStatutory = promised === null || (statutory !== null && today > promised && today > statutory)
  const due = useStatutory ? statutory : promised
  const limit = useStatutory ? 'statutory' : 'promised'
  if (due === null) return { state: 'not_started', limit: null, due: null, left: null }
  const left = today <= due ? workdaysBetween(calendar, today, due) : -workdaysBetween(calendar, due, today)
  const start = asDate(row.clockStart)
  return {
    state: stateOf({ due, limit, left, used: usedPercent(start, due, today, calendar) }, today, thresholds),
    limit,
    due,
    left,
  }
}

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
