import type { PlainDate } from '../plain-date.ts'
import type { DeliveryProof, Dispatch } from './delivery.ts'

/** From the decision to the closed file. */
export type DeliverAct =
  | { readonly kind: 'service.dispatch'; readonly dispatch: Dispatch }
  /** 公告送达, when nothing else reaches the applicant. */
  | {
      readonly kind: 'service.announce'
      readonly publishedOn: PlainDate
      readonly place: string
      readonly reason: string
    }
  /** `proof` null = it is still on its way back (a postal slip). */
  | { readonly kind: 'service.deliver'; readonly receivedOn: PlainDate; readonly proof: DeliveryProof | null }
  | { readonly kind: 'service.delivery_proof'; readonly proof: DeliveryProof }
  | { readonly kind: 'service.deemed_delivered'; readonly note: string | null }
  | { readonly kind: 'service.close'; readonly note: string | null }
