import type { PlainDate } from '../plain-date.ts'

/** How a reply reaches the applicant. */
export const deliveryWays = ['in_person', 'post', 'electronic', 'left'] as const
export type DeliveryWay = (typeof deliveryWays)[number]

/** What shows that it did. Each way has its own: `deliveryProofOf`. */
export type DeliveryProof =
  | { readonly kind: 'signature'; readonly signedBy: string; readonly signedOn: PlainDate }
  | { readonly kind: 'postal'; readonly trackingNo: string; readonly receivedOn: PlainDate | null }
  | { readonly kind: 'system_receipt'; readonly receiptNo: string; readonly receivedOn: PlainDate }
  /** 留置送达: who saw it, and where the letter was left. */
  | { readonly kind: 'left'; readonly place: string; readonly witnesses: readonly string[]; readonly leftOn: PlainDate }

export const deliveryProofOf: Readonly<Record<DeliveryWay, DeliveryProof['kind']>> = {
  in_person: 'signature',
  post: 'postal',
  electronic: 'system_receipt',
  left: 'left',
}

/** One attempt; the last one counts, the first one ended the time of the agency. */
export interface Delivery {
  readonly way: DeliveryWay
  /** Handed over, posted or sent. */
  readonly sentOn: PlainDate
  readonly proof: DeliveryProof | null
}

/** The day that a proof states; null = none yet. */
export const proofDate = (proof: DeliveryProof): PlainDate | null => {
  switch (proof.kind) {
    case 'signature':
      return proof.signedOn
    case 'postal':
    case 'system_receipt':
      return proof.receivedOn
    case 'left':
      return proof.leftOn
  }
}
