import { type WorkCalendar, workdayAfter } from '../../../../domain/calendar/work-calendar.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { defaultHandoverLimits } from '../../../../domain/record/handover/handover-record.ts'

/** Until when papers that came in must be on their way to the township (AGY-15), and how that stands today. */
export interface Forwarding {
  readonly due: PlainDate
  readonly isToday: boolean
  readonly isLate: boolean
}

export const forwardingOf = (arrivedOn: PlainDate, today: PlainDate, calendar: WorkCalendar): Forwarding => {
  const due = workdayAfter(calendar, arrivedOn, defaultHandoverLimits.forward)
  return { due, isToday: due === today, isLate: today > due }
}
