import type { FieldProblem } from '../case/refusal.ts'
import { counted, named, needed, notBefore } from './checks.ts'
import type { Certificate, DeliveryProof, DeliveryWay, Dispatch, ProofKind, Receiver } from './delivery.ts'

export const certificateProblems = (certificate: Certificate, at: string): readonly FieldProblem[] => [
  ...needed(`${at}.name`, certificate.name),
  ...needed(`${at}.number`, certificate.number),
  ...needed(`${at}.organ`, certificate.organ),
  ...counted(`${at}.originals`, certificate.originals, 1),
  ...counted(`${at}.duplicates`, certificate.duplicates, 0),
  ...(certificate.validUntil === null
    ? []
    : notBefore(`${at}.validUntil`, certificate.validUntil, certificate.validFrom)),
]

/** By post an address and a number to follow it by; a locker or an electronic address where one is used. */
export const dispatchProblems = (dispatch: Dispatch, at: string): readonly FieldProblem[] => {
  switch (dispatch.way) {
    case 'post':
      return [
        ...needed(`${at}.to`, dispatch.to),
        ...needed(`${at}.trackingNo`, dispatch.trackingNo),
        ...byPost(dispatch.carrier, `${at}.carrier`),
      ]
    case 'locker':
    case 'electronic':
      return needed(`${at}.to`, dispatch.to)
    case 'window':
    case 'representative':
    case 'agent':
      return []
  }
}

/** What is missing from a proof of delivery. */
export const proofProblems = (proof: DeliveryProof, at: string): readonly FieldProblem[] => {
  switch (proof.kind) {
    case 'signature':
      return receiverProblems(proof.receiver, `${at}.receiver`)
    case 'locker':
      return [...needed(`${at}.lockerNo`, proof.lockerNo), ...receiverProblems(proof.receiver, `${at}.receiver`)]
    case 'postal_receipt':
      return [...needed(`${at}.trackingNo`, proof.trackingNo), ...byPost(proof.carrier, `${at}.carrier`)]
    case 'electronic':
      return [
        ...needed(`${at}.address`, proof.address),
        ...(proof.consent ? [] : [{ field: `${at}.consent`, code: 'required' } as const]),
      ]
    case 'left':
      return [
        ...needed(`${at}.place`, proof.place),
        ...needed(`${at}.reason`, proof.reason),
        ...(proof.recorded || named(proof.witnesses).length > 0
          ? []
          : [{ field: `${at}.witnesses`, code: 'required' } as const]),
      ]
    case 'public_notice':
      return needed(`${at}.place`, proof.place)
  }
}

/** What can prove a delivery that went out this way. A refused delivery is left, and a public notice reaches whom nothing else does. */
export const proofFits = (way: DeliveryWay, kind: ProofKind): boolean => fitting[way].includes(kind)

const fitting: Readonly<Record<DeliveryWay, readonly ProofKind[]>> = {
  window: ['signature', 'left'],
  representative: ['signature', 'left'],
  agent: ['signature', 'left'],
  post: ['postal_receipt', 'left'],
  locker: ['locker'],
  electronic: ['electronic'],
}

const receiverProblems = (receiver: Receiver, at: string): readonly FieldProblem[] => [
  ...needed(`${at}.name`, receiver.name),
  ...needed(`${at}.idNumber`, receiver.idNumber),
]

const byPost = (carrier: Dispatch['carrier'], field: string): readonly FieldProblem[] =>
  carrier === 'china_post' ? [] : [{ field, code: 'not_postal' }]
