import { extensionOf } from '../case/clock-log.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import type { DisclosureAct } from './disclosure-act.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { regulationOn } from './regulation.ts'
import { hasVoidReply } from './reply-letter.ts'

// What is done once only, and was. The rules ask it where the table knows the act, `explain` where it does not.

/** 一次性告知 (条例 art. 30). */
export const correctionGiven = (state: DisclosureCase): Refusal | null =>
  state.correction === null
    ? null
    : refusal('correction_notice_given', { article: regulationOf(state).correctionArticle })

/** 109号 art. 3: one tariff, once. A notice that never arrived was taken back. */
export const feeCharged = ({ fee }: DisclosureCase): Refusal | null =>
  fee === null || fee.cancelled !== null ? null : refusal('fee_already_charged', { article: 'ogiFee:3' })

export const reasonAsked = ({ reasonRequest }: DisclosureCase): Refusal | null =>
  reasonRequest === null ? null : refusal('reason_asked', { article: 'ogi2019:35' })

/** One extension (art. 33(2)). */
export const extensionGiven = (state: DisclosureCase): Refusal | null =>
  extensionOf(state) === null ? null : refusal('extension_given', { article: regulationOf(state).replyArticle })

/** A better word than "not in this state" for an act that the table does not know here. */
export const explainDisclosure = (state: DisclosureCase, { kind }: DisclosureAct): Refusal | null => {
  switch (kind) {
    case 'disclosure.notice_correction':
      return correctionGiven(state)
    case 'disclosure.charge_fee':
      return feeCharged(state)
    case 'disclosure.fee_paid':
    case 'disclosure.fee_undelivered':
      return state.fee !== null && state.fee.paid !== null
        ? refusal('fee_paid_already', { article: 'ogi2019:42' })
        : null
    case 'disclosure.ask_reason':
      return reasonAsked(state)
    case 'disclosure.extend':
    case 'disclosure.request_extension':
      return extensionGiven(state)
    case 'disclosure.close':
      return state.status !== 'closed' && hasVoidReply(state) ? refusal('reply_void', { article: 'ogi2019:36' }) : null
    default:
      return null
  }
}

const regulationOf = ({ clockStart, arrivedOn }: DisclosureCase) => regulationOn(clockStart ?? arrivedOn)
