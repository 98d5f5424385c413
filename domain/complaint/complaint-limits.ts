import type { CaseLimits } from '../case/case-module.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { workdayAfter } from '../calendar/work-calendar.ts'
import { ownLimit } from '../contact/contact-rules.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ComplaintCase } from './complaint-state.ts'

/** The limit that runs now: to decide on acceptance until that is done, then to answer. */
export const complaintLimits = ({ acceptedOn, terms: { acceptance, handling } }: ComplaintCase): CaseLimits => {
  return { statutory: null, promised: ownLimit(acceptedOn === null ? acceptance : handling) }
}

/** Last day to decide on acceptance. */
export const acceptanceDue = (
  { arrivedOn, terms }: Pick<ComplaintCase, 'arrivedOn' | 'terms'>,
  calendar: WorkCalendar,
): PlainDate => workdayAfter(calendar, arrivedOn, terms.acceptance.days)
