import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { clockFacts } from '../clock/clock-facts.ts'
import { runClock } from '../clock/run-clock.ts'
import { paymentRules, processingFeeTariffOn } from '../fees/processing-fee.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ChargedFee } from './disclosure-state.ts'
import type { DisclosureTerms } from './disclosure-terms.ts'

/** Last day to pay; null while it is not recorded when the notice arrived. */
export const paymentDue = (
  fee: ChargedFee,
  { paymentDays }: DisclosureTerms,
  calendar: WorkCalendar,
): PlainDate | null => {
  const tariff = processingFeeTariffOn(fee.noticeOn)
  if (fee.noticeReceivedOn === null || tariff === null) return null
  const clock = runClock(paymentRules(paymentDays ?? tariff.paymentDays), clockFacts(fee.noticeReceivedOn), calendar)
  return clock.ok ? clock.value.due : null
}
