import type { WorkCalendar } from '../../../../domain/calendar/work-calendar.ts'
import { disclosureClocks, serviceClocks } from '../../../../domain/case/clocks.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { ServiceState } from '../../../../domain/service/service-state.ts'

/** The limits as they would run if the act that starts the clock were done today; null = no such act is open. */
export const clocksIfActedToday = (state: CaseState, today: PlainDate, calendar: WorkCalendar): DualClock | null => {
  if (state.kind === 'bundle' || state.kind === 'consultation' || state.kind === 'complaint') return null
  if (state.kind === 'service')
    return isBeforeAcceptance(state.status) ? serviceClocks(state.intake.item, today, calendar) : null
  return state.status === 'awaiting_confirm' ? disclosureClocks(today, calendar) : null
}

const isBeforeAcceptance = (status: ServiceState): boolean =>
  status === 'correction_wait' || status === 'prereview' || status === 'prereview_wait' || status === 'intake'
