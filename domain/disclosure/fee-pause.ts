import type { CheckContext } from '../case/case-module.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import type { PlainDate } from '../plain-date.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { ChargedFee, DisclosureCase } from './disclosure-state.ts'
import { paymentDue } from './payment-due.ts'

/**
 * A notice that was taken back stopped the clock no longer than one that arrives at once and is not paid, and of several only the first did:
 * nor does it by a correction afterwards.
 */
export const feePauseLaw = (after: DisclosureCase, n: number, { calendar }: CheckContext): Refusal | null => {
  const pauses = after.clockFacts.filter((fact) => fact.kind === 'pause' && fact.reason === 'awaiting_fee')
  const at = pauses.findIndex((pause) => pause.n === n)
  const pause = pauses[at]
  const fee = chargedFees(after)[at]
  if (pause?.kind !== 'pause' || pause.to === null || fee === undefined || fee.cancelled === null) return null
  const last = at === 0 ? lastDayToPayFrom(pause.from, fee, after, calendar) : pause.from
  return last !== null && pause.to > last
    ? refusal('pause_too_long', { article: 'ogi2019:42', params: { until: last } })
    : null
}

/** Every notice of a request, the first one first. */
export const chargedFees = ({ formerFees, fee }: DisclosureCase): readonly ChargedFee[] =>
  fee === null ? formerFees : [...formerFees, fee]

/** As if the notice had arrived on this day. */
export const lastDayToPayFrom = (
  day: PlainDate,
  fee: ChargedFee,
  { terms }: DisclosureCase,
  calendar: WorkCalendar,
): PlainDate | null => paymentDue({ ...fee, noticeReceivedOn: day }, terms, calendar)
