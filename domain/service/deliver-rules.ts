import { type FieldProblem, type Refusal, refusal } from '../case/refusal.ts'
import { type PlainDate, addDays } from '../plain-date.ts'
import type { ActRules } from './act-rule.ts'
import { needed, notBefore, notInFuture } from './checks.ts'
import type { DeliverAct } from './deliver-act.ts'
import type { DeliveryProof } from './delivery.ts'
import { dispatchProblems, proofFits, proofProblems } from './delivery-checks.ts'
import { decisionInHand } from './decision-letter.ts'
import { timeIsUp } from './intake-law.ts'
import { publicNoticeDays } from './licensing-days.ts'
import type { ServiceCase } from './service-state.ts'

/** From the decision into the hand of the applicant. */
export const deliverRules: ActRules<DeliverAct> = {
  'service.dispatch': {
    fields: ({ dispatch }) => dispatchProblems(dispatch, 'dispatch'),
    law: decisionInHand,
    fold: (state, { on, dispatch }) => ({
      ...state,
      status: 'delivering',
      delivery: { ...state.delivery, dispatches: [...state.delivery.dispatches, { ...dispatch, on }] },
    }),
  },
  'service.announce': {
    fields: ({ publishedOn, place, reason }, state, { today }) => [
      ...notInFuture('publishedOn', publishedOn, today),
      ...notBefore('publishedOn', publishedOn, state.decision?.on ?? null),
      ...needed('place', place),
      ...needed('reason', reason),
    ],
    law: decisionInHand,
    fold: (state, { publishedOn, place, reason }) => ({
      ...state,
      delivery: { ...state.delivery, announcement: { on: publishedOn, place, reason } },
    }),
  },
  'service.deliver': {
    fields: ({ receivedOn, proof }, state, { today }) => [
      ...notInFuture('receivedOn', receivedOn, today),
      ...notBefore('receivedOn', receivedOn, sentOn(state)),
      ...(proof === null ? [] : proofOf(state, proof, today)),
    ],
    law: (state, { proof }) => decisionInHand(state) ?? (proof === null ? null : fits(state, proof)),
    fold: (state, { receivedOn, proof }) => delivered(state, receivedOn, proof),
  },
  'service.delivery_proof': {
    fields: ({ proof }, state, { today }) => proofOf(state, proof, today),
    law: (state, { proof }) => (state.delivery.proof === null ? fits(state, proof) : refusal('delivery_proof_exists')),
    fold: (state, { proof }) => ({ ...state, delivery: { ...state.delivery, proof } }),
  },
  'service.deemed_delivered': {
    law: (state, _act, { today }) => {
      const { announcement } = state.delivery
      if (announcement === null) return refusal('not_announced', { article: 'civilProcedure:95' })
      return decisionInHand(state) ?? timeIsUp(addDays(announcement.on, publicNoticeDays), today)
    },
    fold: (state) => {
      const { announcement } = state.delivery
      if (announcement === null) throw new Error('deemed delivered without a public notice')
      const { on: publishedOn, place } = announcement
      return delivered(state, addDays(publishedOn, publicNoticeDays), { kind: 'public_notice', publishedOn, place })
    },
  },
  'service.close': {
    law: (state) => {
      const { delivery, fee } = state
      const unlettered = decisionInHand(state)
      if (unlettered !== null) return unlettered
      if (delivery.proof === null) return refusal('delivery_proof_missing', { article: 'civilProcedure:87' })
      return fee !== null && fee.paid === null ? refusal('fee_open') : null
    },
    fold: (state, { on }) => ({ ...state, status: 'closed', closedOn: on }),
  },
}

const delivered = (state: ServiceCase, receivedOn: PlainDate, proof: DeliveryProof | null): ServiceCase => ({
  ...state,
  status: 'delivered',
  delivery: { ...state.delivery, receivedOn, proof },
})

/** Nothing is received before it went out; handed over at the window, not before it was decided. */
const sentOn = ({ delivery, decision }: ServiceCase): PlainDate | null =>
  delivery.dispatches.at(-1)?.on ?? decision?.on ?? null

/** A proof is about this delivery: the number by which the letter went out, a notice that was published. */
const proofOf = (state: ServiceCase, proof: DeliveryProof, today: PlainDate): readonly FieldProblem[] => [
  ...proofProblems(proof, 'proof'),
  ...(proof.kind === 'postal_receipt' && isOtherParcel(state, proof.trackingNo)
    ? [{ field: 'proof.trackingNo', code: 'tracking_no_mismatch' } as const]
    : []),
  ...(proof.kind === 'public_notice'
    ? [
        ...notBefore('proof.publishedOn', proof.publishedOn, state.decision?.on ?? null),
        ...notInFuture('proof.publishedOn', proof.publishedOn, today),
      ]
    : []),
]

/** Compared with the parcel that went out last; what went with a whole bundle has no parcel of its own. */
const isOtherParcel = ({ delivery }: ServiceCase, trackingNo: string): boolean => {
  const sent = delivery.dispatches.at(-1)?.trackingNo ?? null
  return sent !== null && trackingNo.trim() !== '' && trackingNo.trim() !== sent.trim()
}

/** The proof belongs to the way by which it went out last; handed over at the window without sending, it is signed for. */
const fits = ({ delivery, intake }: ServiceCase, proof: DeliveryProof): Refusal | null => {
  const sent = delivery.dispatches.at(-1)
  // A part of a bundle goes out with the whole, whichever way that went.
  if (sent === undefined && intake.bundle !== undefined) return null
  const way = sent?.way ?? 'window'
  return proofFits(way, proof.kind) ? null : refusal('delivery_proof_unfit', { params: { way, proof: proof.kind } })
}
