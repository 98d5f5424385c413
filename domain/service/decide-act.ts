import type { Certificate } from './delivery.ts'
import type { Remedies, RevocationGround, TerminationGround } from './decision.ts'

/** The decision, and what ends a request in its place. */
export type DecideAct =
  | {
      readonly kind: 'service.approve'
      readonly opinion: string | null
      readonly signedBy: string
      /** Why the promised limit was not kept; null = it was. */
      readonly lateReason: string | null
    }
  | {
      readonly kind: 'service.deny'
      readonly reasons: string
      readonly remedies: Remedies
      readonly signedBy: string
      readonly lateReason: string | null
    }
  | { readonly kind: 'service.certify'; readonly certificate: Certificate }
  | { readonly kind: 'service.withdraw'; readonly reason: string }
  | { readonly kind: 'service.terminate'; readonly ground: TerminationGround; readonly explanation: string }
  | {
      readonly kind: 'service.revoke'
      readonly ground: RevocationGround
      readonly reasons: string
      /** The organ that decided, or the one above it. */
      readonly organ: string
    }
