import type { IdType } from '../case/applicant.ts'
import type { PlainDate } from '../plain-date.ts'

/** 证照或批文 that an approval is handed over as. */
export interface Certificate {
  readonly name: string
  readonly number: string
  /** Issuing organ. */
  readonly organ: string
  readonly validFrom: PlainDate
  /** Null = without end. */
  readonly validUntil: PlainDate | null
  /** 正本 and 副本. */
  readonly originals: number
  readonly duplicates: number
}

/** 出件方式. */
export const deliveryWays = ['window', 'post', 'locker', 'representative', 'agent', 'electronic'] as const
export type DeliveryWay = (typeof deliveryWays)[number]

/** Official letters go by 邮政企业 only (国办公开办函〔2016〕235号; 邮政法). */
export const carriers = ['china_post', 'other'] as const
export type Carrier = (typeof carriers)[number]

export interface Dispatch {
  readonly way: DeliveryWay
  /** With `post`. */
  readonly carrier: Carrier | null
  readonly trackingNo: string | null
  /** Postal address, number of the locker, or electronic address; null at the window. */
  readonly to: string | null
}

export const receiverRelations = ['self', 'representative', 'agent', 'staff', 'family'] as const
export type ReceiverRelation = (typeof receiverRelations)[number]

/** 领取人. */
export interface Receiver {
  readonly name: string
  readonly relation: ReceiverRelation
  readonly idType: IdType
  readonly idNumber: string | null
}

/** 送达回证 and what stands for it (民事诉讼法 arts. 87–95, by analogy). */
export type DeliveryProof =
  | { readonly kind: 'signature'; readonly receiver: Receiver }
  | {
      readonly kind: 'postal_receipt'
      readonly carrier: Carrier
      readonly trackingNo: string
      readonly signedBy: string | null
    }
  | { readonly kind: 'locker'; readonly lockerNo: string; readonly receiver: Receiver }
  /** Agreed to beforehand; it counts on the day it reaches the system of the receiver (90). */
  | { readonly kind: 'electronic'; readonly address: string; readonly consent: boolean }
  /** 留置: refused, and left before witnesses or on record (89). */
  | {
      readonly kind: 'left'
      readonly place: string
      readonly reason: string
      readonly witnesses: readonly string[]
      readonly recorded: boolean
    }
  /** 公告, thirty days (95). */
  | { readonly kind: 'public_notice'; readonly publishedOn: PlainDate; readonly place: string }
export type ProofKind = DeliveryProof['kind']

export interface Delivery {
  readonly dispatches: readonly (Dispatch & { readonly on: PlainDate })[]
  readonly announcement: { readonly on: PlainDate; readonly place: string; readonly reason: string } | null
  readonly receivedOn: PlainDate | null
  readonly proof: DeliveryProof | null
}

export const noDelivery: Delivery = { dispatches: [], announcement: null, receivedOn: null, proof: null }
