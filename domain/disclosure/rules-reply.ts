import { refusal } from '../case/refusal.ts'
import { replyLaw } from './reply-guard.ts'
import { hasValidReply, hasVoidReply, reissuedReplyDate } from './reply-letter.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { reviewKinds } from './disclosure-state.ts'
import { type DeliveryProof, deliveryProofOf, proofDate } from './delivery.ts'
import { closedWith } from './ending.ts'
import { type RulesOf, filled, happened, lawful, noProblems, problem } from './rule.ts'
import type { CheckContext } from '../case/case-module.ts'
import type { FieldProblem } from '../case/refusal.ts'
import type { PlainDate } from '../plain-date.ts'

/** The reply, from the draft to the proof that it arrived (条例 arts. 17, 33, 36–41). */
export const replyRules: RulesOf<
  | 'disclosure.spot_reply'
  | 'disclosure.draft'
  | 'disclosure.reopen_handling'
  | 'disclosure.submit'
  | 'disclosure.record_review'
  | 'disclosure.pass_review'
  | 'disclosure.return_draft'
  | 'disclosure.sign'
  | 'disclosure.recall'
  | 'disclosure.deliver'
  | 'disclosure.prove_delivery'
  | 'disclosure.close'
> = {
  'disclosure.spot_reply': {
    fields: (act, state, context) => [
      ...(act.proof.kind === 'signature' ? [] : [problem('proof', 'proof_mismatch')]),
      // The letter is of today, and so is what shows that it was handed over.
      ...proofFields(act.proof, context.today, state, context),
    ],
    // 能够当场答复的，应当当场予以答复 (art. 33(1)): what is refused needs review and signature first.
    law: (state, { reply }, context) =>
      reply.outcome === 'granted'
        ? replyLaw(state, reply, context)
        : refusal('spot_only_granted', { article: 'ogi2019:33(1)', params: { outcome: reply.outcome } }),
    fold: (state, { on, reply, proof }) => ({
      ...closedWith(state, on, { outcome: reply.outcome, reason: null }),
      draft: reply,
      deliveries: [{ way: 'in_person', sentOn: on, proof }],
    }),
  },
  'disclosure.draft': {
    fields: noProblems,
    law: (state, { reply }, context) => replyLaw(state, reply, context),
    fold: (state, { reply }) => ({ ...state, status: 'drafting', draft: reply, reviews: [] }),
  },
  'disclosure.reopen_handling': {
    fields: ({ reason }) => filled('reason', reason),
    law: lawful,
    fold: (state) => ({ ...state, status: 'processing' }),
  },
  'disclosure.submit': {
    fields: noProblems,
    law: (state, _act, context) => {
      if (state.draft === null) return refusal('reply_incomplete', { article: 'ogi2019:36', params: { n: 1 } })
      const open = state.coordination.find(({ answeredOn }) => answeredOn === null)
      if (open !== undefined) return refusal('coordination_open', { params: { organ: open.organ } })
      return replyLaw(state, state.draft, context)
    },
    fold: (state) => ({ ...state, status: 'review', reviews: [] }),
  },
  'disclosure.record_review': {
    fields: (act) => [
      ...filled('reviewer.name', act.reviewer.name),
      ...filled('reviewer.title', act.reviewer.title),
      ...filled('opinion', act.opinion),
    ],
    law: lawful,
    fold: (state, { on, review, reviewer, opinion }) => ({
      ...state,
      reviews: [...state.reviews.filter((one) => one.review !== review), { review, reviewer, opinion, on }],
    }),
  },
  'disclosure.pass_review': {
    fields: noProblems,
    law: (state) => {
      const missing = reviewKinds.find((kind) => !state.reviews.some(({ review }) => review === kind))
      return missing === undefined
        ? null
        : refusal('review_missing', { article: 'ogi2019:17', params: { review: missing } })
    },
    fold: (state) => ({ ...state, status: 'sign_off' }),
  },
  'disclosure.return_draft': {
    fields: ({ reason }) => filled('reason', reason),
    law: lawful,
    fold: (state) => ({ ...state, status: 'drafting', reviews: [] }),
  },
  'disclosure.sign': {
    fields: ({ signer }) => [...filled('signer.name', signer.name), ...filled('signer.title', signer.title)],
    law: lawful,
    fold: (state, { on, signer }) => ({ ...state, status: 'issued', signed: { by: signer, on } }),
  },
  'disclosure.recall': {
    fields: ({ reason }) => filled('reason', reason),
    law: (state) => (hasValidReply(state) ? refusal('document_not_void') : null),
    fold: (state) => ({ ...state, status: 'drafting', signed: null, reviews: [] }),
  },
  'disclosure.deliver': {
    fields: (act, state, context) => [
      ...happened('sentOn', act.sentOn, state, context),
      ...(act.sentOn < (reissuedReplyDate(state) ?? state.signed?.on ?? act.sentOn)
        ? [problem('sentOn', 'date_before_notice')]
        : []),
      ...(act.proof === null
        ? []
        : [
            ...(act.proof.kind === deliveryProofOf[act.way] ? [] : [problem('proof', 'proof_mismatch')]),
            ...proofFields(act.proof, act.sentOn, state, context),
          ]),
    ],
    law: (state) => {
      if (hasValidReply(state)) return null
      return hasVoidReply(state) ? refusal('reply_void', { article: 'ogi2019:36' }) : refusal('document_unknown')
    },
    // The reply is given in time when it is handed over or posted in time: the first sending stops the clock.
    fold: (state, { way, sentOn, proof }) => ({
      ...state,
      status: 'delivered',
      extensionRequest: null,
      clockStop: state.clockStop ?? sentOn,
      deliveries: [...state.deliveries, { way, sentOn, proof }],
    }),
  },
  'disclosure.prove_delivery': {
    fields: (act, state, context) => {
      const last = state.deliveries[state.deliveries.length - 1]
      return [
        ...(last !== undefined && deliveryProofOf[last.way] !== act.proof.kind
          ? [problem('proof', 'proof_mismatch')]
          : []),
        ...proofFields(act.proof, last?.sentOn ?? null, state, context),
      ]
    },
    law: lawful,
    fold: (state, { proof }) => ({
      ...state,
      deliveries: state.deliveries.map((one, at) => (at === state.deliveries.length - 1 ? { ...one, proof } : one)),
    }),
  },
  'disclosure.close': {
    fields: noProblems,
    law: (state) => {
      if (hasVoidReply(state)) return refusal('reply_void', { article: 'ogi2019:36' })
      const last = state.deliveries[state.deliveries.length - 1]
      // A reply that was issued again is itself to arrive.
      const reissuedOn = reissuedReplyDate(state)
      return last === undefined || last.proof === null || (reissuedOn !== null && last.sentOn < reissuedOn)
        ? refusal('delivery_proof_missing', { article: 'civilProcedure:87', params: { way: last?.way ?? '' } })
        : null
    },
    fold: (state, { on }) => {
      if (state.draft === null) throw new Error('a reply without a draft')
      const { outcome, grounds } = state.draft
      return closedWith(state, on, { outcome, reason: grounds[0]?.reason ?? null })
    },
  },
}

/** Nobody signs for a letter before it was sent: `sentOn`, where it is known. */
const proofFields = (
  proof: DeliveryProof,
  sentOn: PlainDate | null,
  state: DisclosureCase,
  context: CheckContext,
): readonly FieldProblem[] => {
  const date = proofDate(proof)
  const dated = [
    ...(date === null ? [] : happened('proof', date, state, context)),
    ...(date !== null && sentOn !== null && date < sentOn ? [problem('proof', 'date_order')] : []),
  ]
  switch (proof.kind) {
    case 'signature':
      return [...dated, ...filled('proof.signedBy', proof.signedBy)]
    case 'postal':
      return [...dated, ...filled('proof.trackingNo', proof.trackingNo)]
    case 'system_receipt':
      return [...dated, ...filled('proof.receiptNo', proof.receiptNo)]
    case 'left':
      return [
        ...dated,
        ...filled('proof.place', proof.place),
        ...(proof.witnesses.length === 0 ? [problem('proof.witnesses', 'required')] : []),
      ]
  }
}
