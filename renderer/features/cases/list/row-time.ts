import type { CaseRow } from '../../../../contract/queries/cases.ts'
import type { WorkCalendar } from '../../../../domain/calendar/work-calendar.ts'
import type { TimeThresholds } from '../../../../domain/clock/legal-time-state.ts'
import { type LimitTime, limitTimeOf } from '../../../../domain/clock/limit-time.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { asDate } from '../../../i18n/dates.ts'

/** Legal time of a row, from the dates the host reckoned: the row has no ledger of its own. */
export const rowTimeOf = (
  {
    clockStart,
    statutoryDue,
    promisedDue,
    closedOn,
  }: Pick<CaseRow, 'clockStart' | 'statutoryDue' | 'promisedDue' | 'closedOn'>,
  today: PlainDate,
  calendar: WorkCalendar,
  thresholds?: TimeThresholds,
): LimitTime =>
  limitTimeOf(
    {
      clockStart: asDate(clockStart),
      statutoryDue: asDate(statutoryDue),
      promisedDue: asDate(promisedDue),
      closedOn: asDate(closedOn),
    },
    today,
    calendar,
    thresholds,
  )
