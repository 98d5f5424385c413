import type { FeeLine } from '../fees/settlement.ts'
import type { PlainDate } from '../plain-date.ts'
import type { DeliveryProof } from '../service/delivery.ts'
import type { Approver, SpecialProcedure } from '../service/examination.ts'
import type { Payment } from '../service/service-fee.ts'
import type { BundleIntake, PartResult } from './bundle-intake.ts'

export type BundleAct =
  | { readonly kind: 'bundle.open'; readonly intake: BundleIntake }
  /** Every part is accepted, after some had to be corrected. */
  | { readonly kind: 'bundle.start'; readonly note: string | null }
  | { readonly kind: 'bundle.child_done'; readonly caseId: string; readonly result: PartResult }
  /** A part is in a procedure that does not count (45): neither does the time of the whole. */
  | {
      readonly kind: 'bundle.pause'
      readonly caseId: string
      readonly procedure: SpecialProcedure
      readonly reason: string
      /** Working days as told to the applicant in writing: the whole stands still no longer. Absent (once) = until it is resumed. */
      readonly days?: number
    }
  | { readonly kind: 'bundle.resume'; readonly reason: string }
  | {
      readonly kind: 'bundle.extend'
      readonly days: number
      readonly reason: string
      readonly approver: Approver
      readonly approvedBy: string
    }
  | { readonly kind: 'bundle.fee_notice'; readonly charges: readonly PartCharge[] }
  | { readonly kind: 'bundle.fee_paid'; readonly payment: Payment }
  /** Nothing is owed on the notice. */
  | { readonly kind: 'bundle.fee_cancel'; readonly reason: string }
  | { readonly kind: 'bundle.hand_over'; readonly receivedOn: PlainDate; readonly proof: DeliveryProof }
  | { readonly kind: 'bundle.close'; readonly note: string | null }
  | { readonly kind: 'bundle.withdraw'; readonly reason: string }

export type BundleActKind = BundleAct['kind']

/** The charges of one part. */
export interface PartCharge {
  readonly caseId: string
  readonly lines: readonly FeeLine[]
}
