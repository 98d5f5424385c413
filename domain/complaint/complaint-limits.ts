import type { CaseLimits } from '../case/case-module.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { workdayAfter } from '../calendar/work-calendar.ts'
import { ownLimit } from '../contact/contact-rules.ts'
import type { PlainDate } from '../plain-date.ts'
import { complaintRulesOn } from './complaint-rules.ts'
import type { ComplaintCase } from './complaint-state.ts'

/** The limit that runs now: to decide on acceptance until that is done, then to answer. */
export const complaintLimits = ({ arrivedOn, acceptedOn }: ComplaintCase): CaseLimits => {
  const { acceptance, handling } = complaintRulesOn(arrivedOn)
  return { statutory: null, promised: ownLimit(acceptedOn === null ? acceptance : handling) }
}

/** Last day to decide on acceptance of what came in on `arrivedOn`. */
export const acceptanceDue = (arrivedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  workdayAfter(calendar, arrivedOn, complaintRulesOn(arrivedOn).acceptance.days)
