import type { Representative } from '../../case/applicant.ts'
import type { PlainDate } from '../../plain-date.ts'
import type {
  IdScans,
  MandateContent,
  MandateDeed,
  MandateEndedBy,
  MandateItem,
  MandateSignature,
} from './mandate-record.ts'

export type MandateAct =
  /** Gives the paper its number, so that what is signed is what is recorded. */
  | { readonly kind: 'mandate.draft'; readonly content: MandateContent }
  | {
      readonly kind: 'mandate.sign'
      readonly signature: MandateSignature
      readonly idScans: IdScans
      readonly signedOn: PlainDate
    }
  /** Somebody has looked at paper and documents of both. */
  | { readonly kind: 'mandate.activate' }
  | {
      readonly kind: 'mandate.use'
      readonly caseId: string
      readonly matter: MandateItem
      /** The guide, or the law, wants the applicant himself. */
      readonly inPerson: boolean
      readonly deed: MandateDeed
    }
  | {
      readonly kind: 'mandate.delegate'
      readonly representative: Representative
      readonly emergency: string | null
    }
  | { readonly kind: 'mandate.revoke'; readonly by: MandateEndedBy; readonly reason: string }
  /** The term is over; a person confirms it. */
  | { readonly kind: 'mandate.expire' }
  | { readonly kind: 'mandate.complete'; readonly reason: string }
