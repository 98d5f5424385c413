import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import type { DisclosureCase } from '../../../../domain/disclosure/disclosure-state.ts'
import { needsConfirmation } from '../../../../domain/disclosure/receipt-date.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { i18n } from '../../../i18n/setup.ts'
import type { Step } from '../../../ui/step-bar.tsx'
import { dayOfLimit, onDay, sinceDay } from './step-parts.ts'

/** The way of a disclosure request; a wait for somebody outside stands in the bar while it lasts. */
export const disclosureSteps = (state: DisclosureCase, clocks: DualClock, today: PlainDate): readonly Step[] => {
  const head = [step('register', 'done', onDay(state.arrivedOn)), ...confirmationOf(state), ...correctionOf(state)]
  const handle = (at: Step['state']) => step('handle', at, at === 'now' ? dayOfLimit(clocks, today) : null)
  const ahead = [step('reply', 'todo'), step('deliver', 'todo')] as const
  switch (state.status) {
    case 'awaiting_confirm':
    case 'correction_wait':
      return [...head, step('handle', 'todo'), ...ahead]
    case 'received':
    case 'processing':
      return [...head, handle('now'), ...ahead]
    case 'third_party_wait':
      return [...head, handle('done'), step('thirdParty', 'now', since(lastOf(state.thirdParties)?.sentOn)), ...ahead]
    case 'agency_wait':
      return [...head, handle('done'), step('agency', 'now', since(lastOf(state.coProducers)?.sentOn)), ...ahead]
    case 'reason_wait':
      return [...head, handle('done'), step('reason', 'now', since(state.reasonRequest?.askedOn)), ...ahead]
    case 'fee_wait':
      return [...head, handle('done'), step('fee', 'now', since(state.fee?.noticeOn)), ...ahead]
    case 'drafting':
    case 'review':
    case 'sign_off':
      return [...head, handle('done'), step(state.status, 'now', dayOfLimit(clocks, today)), ...ahead]
    case 'issued':
      return [...replied(state, head), step('deliver', 'now')]
    case 'delivered':
      return [...replied(state, head), step('deliver', 'done', date(state.clockStop)), step('finish', 'now')]
    case 'closed':
      return [...closing(state, head), step('finish', 'done', date(state.closedOn))]
    case 'voided':
      return [...head, step('voided', 'done', date(state.closedOn))]
  }
}

type StepName =
  | 'register'
  | 'confirm'
  | 'correction'
  | 'handle'
  | 'thirdParty'
  | 'agency'
  | 'reason'
  | 'fee'
  | 'drafting'
  | 'review'
  | 'sign_off'
  | 'reply'
  | 'deliver'
  | 'finish'
  | 'voided'

const step = (name: StepName, state: Step['state'], detail: string | null = null): Step => ({
  label: i18n.t(`cases:page.step.${name}`),
  detail,
  state,
})

const date = (day: PlainDate | null): string | null => (day === null ? null : onDay(day))
const since = (day: PlainDate | null | undefined): string | null =>
  day === null || day === undefined ? null : sinceDay(day)
const lastOf = <T>(list: readonly T[]): T | undefined => list[list.length - 1]

const confirmationOf = (state: DisclosureCase): readonly Step[] => {
  if (state.history !== null || !needsConfirmation(state.intake.channel)) return []
  if (state.status === 'awaiting_confirm') return [step('confirm', 'now')]
  return state.intake.confirmedOn === null ? [] : [step('confirm', 'done', onDay(state.intake.confirmedOn))]
}

const correctionOf = (state: DisclosureCase): readonly Step[] =>
  state.correction === null
    ? []
    : [step('correction', state.status === 'correction_wait' ? 'now' : 'done', sinceDay(state.correction.noticeOn))]

const replied = (state: DisclosureCase, head: readonly Step[]): readonly Step[] => [
  ...head,
  step('handle', 'done'),
  step('reply', 'done', date(state.signed?.on ?? null)),
]

/** A case may end without a reply: withdrawn, lapsed, mis-sent. */
const closing = (state: DisclosureCase, head: readonly Step[]): readonly Step[] => {
  if (state.deliveries.length > 0 || state.history !== null)
    return [...head, step('handle', 'done'), step('reply', 'done', date(state.signed?.on ?? state.clockStop))]
  return head
}
