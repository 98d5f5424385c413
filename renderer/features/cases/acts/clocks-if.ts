import type { WorkCalendar } from '../../../../domain/calendar/work-calendar.ts'
import { disclosureClocks, serviceClocks } from '../../../../domain/case/clocks.ts'
import type { CaseState } from '../../../../domain/case/case-state.ts'
import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'

/** The limits as they would run if the act that starts the clock were done today; null = no such act is open. */
export const clocksIfActedToday = (state: CaseState, today: PlainDate, calendar: WorkCalendar): DualClock | null => {
  switch (state.status) {
    case 'correction_wait':
      return serviceClocks(state.intake.item, today, calendar)
    case 'awaiting_confirm':
      return disclosureClocks(today, calendar)
    case 'accepted':
    case 'refused':
    case 'received':
      return null
  }
}
