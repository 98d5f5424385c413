import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { clockFactsOf, extensionOf, openPauseOf } from '../case/clock-log.ts'
import type { CheckContext } from '../case/case-module.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import { dualClock } from '../clock/legal-time-state.ts'
import type { PlainDate } from '../plain-date.ts'
import { serviceRules } from '../service/service-rules.ts'
import type { BundleAct } from './bundle-act.ts'
import { settleBundle } from './bundle-fee.ts'
import { bundleLimits } from './bundle-limits.ts'
import type { BundleCase } from './bundle-state.ts'
import { isOpenPart } from './report-part.ts'

/** What the law says against an act on a bundle that is there. */
export const guardBundle = (
  state: BundleCase,
  act: Exclude<BundleAct, { kind: 'bundle.open' }>,
  { today, calendar }: CheckContext,
): Refusal | null => {
  switch (act.kind) {
    case 'bundle.start':
      return state.clockStart === null ? null : refusal('clock_running')
    case 'bundle.child_done':
      return isOpenPart(state, act.caseId) ? null : refusal('bundle_part_unknown')
    case 'bundle.pause':
      if (state.clockStart === null) return refusal('clock_not_running')
      if ((act.days ?? 0) > serviceRules.toldDaysMax)
        return refusal('told_time_too_long', { article: 'licensing:45', params: { max: serviceRules.toldDaysMax } })
      if (openPauseOf(state) !== null) return refusal('clock_fact_not_changeable')
      return isOpenPart(state, act.caseId) ? null : refusal('bundle_part_unknown')
    case 'bundle.resume':
      return openPauseOf(state) === null ? refusal('clock_fact_unknown') : null
    case 'bundle.extend':
      return extendable(state, act, today, calendar)
    case 'bundle.fee_notice': {
      if (state.fee !== null) return refusal('fee_noticed', { params: { on: state.fee.noticeOn } })
      const settled = settleBundle(state.intake.parts, act.charges)
      return settled.ok ? null : settled.error
    }
    case 'bundle.fee_paid': {
      if (state.fee === null) return refusal('fee_not_noticed')
      if (state.fee.paid !== null) return refusal('fee_paid_already')
      const settled = settleBundle(state.intake.parts, state.fee.charges)
      if (!settled.ok) return settled.error
      const { fen } = settled.value
      return fen === act.payment.fen ? null : refusal('fee_amount_wrong', { params: { fen, paid: act.payment.fen } })
    }
    case 'bundle.fee_cancel':
      if (state.fee === null) return refusal('fee_not_noticed')
      return state.fee.paid === null ? null : refusal('fee_paid_already')
    case 'bundle.hand_over':
      return state.fee !== null && state.fee.paid === null ? refusal('fee_open') : null
    case 'bundle.close':
    case 'bundle.withdraw':
      return null
  }
}

/** 42(2): only what is handled jointly is extended as a whole, once, by the head of the government. */
const extendable = (
  state: BundleCase,
  { days, approver }: Extract<BundleAct, { kind: 'bundle.extend' }>,
  today: PlainDate,
  calendar: WorkCalendar,
): Refusal | null => {
  const article = 'licensing:42(2)'
  const limits = bundleLimits(state.intake)
  const max = limits.statutory?.extensionMax ?? 0
  if (!state.intake.joint || max === 0) return refusal('extension_not_allowed', { article })
  if (extensionOf(state) !== null) return refusal('extension_given', { article })
  if (days > max) return refusal('extension_too_long', { article, params: { max } })
  if (approver !== 'government_head') return refusal('approver_wrong', { article, params: { mode: 'joint' } })
  const facts = clockFactsOf(state)
  if (facts === null) return refusal('clock_not_running')
  const clocks = dualClock(limits, facts, calendar)
  const due = clocks.ok ? (clocks.value.statutory?.due ?? null) : null
  return due !== null && today > due ? refusal('extension_late', { article, params: { due } }) : null
}
