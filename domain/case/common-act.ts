import type { AttachmentAct } from '../attachment/attachment-act.ts'
import type { MergingAct } from '../conflict/merging.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { TimeDisputeFacts } from '../time-claim/time-dispute.ts'
import type { RatingAct } from '../rating/rating-act.ts'
import type { PlainDate } from '../plain-date.ts'
import type { CaseLink, SetFlag } from './case-common.ts'
import type { VoidCode } from './voiding.ts'
import type { SoftField } from './soft-fields.ts'

/** Acts that every kind of case knows, in every state. */
export type CommonAct =
  | {
      readonly kind: 'letter.print'
      readonly letter: LetterKind
      /** `n` of the numbered document; absent for a slip without a number. */
      readonly document?: number
      readonly templateVersion: string
      readonly copies: number
      /** Why it was printed again (LTR-20); absent on a first print. */
      readonly reason?: string
    }
  | { readonly kind: 'letter.void'; readonly document: number; readonly reason: string }
  /** Issues a voided letter again, under a new number. */
  | { readonly kind: 'letter.reissue'; readonly document: number; readonly reason: string }
  | { readonly kind: 'case.flag'; readonly flag: SetFlag; readonly set: boolean; readonly reason: string }
  | { readonly kind: 'case.link'; readonly link: CaseLink }
  | { readonly kind: 'case.note'; readonly text: string }
  /** How the applicant is reached, or the remark; `was` = what whoever changes it saw there. */
  | {
      readonly kind: 'case.set_contact'
      readonly field: SoftField
      readonly value: string | null
      readonly was: string | null
    }
  /** Puts a value back that another one has replaced; `stamp` names it, so that nobody has to see it unmasked. */
  | { readonly kind: 'case.restore_field'; readonly field: SoftField; readonly stamp: string }
  /** It should never have been entered. It stays, with everything in it, and counts no more. */
  | { readonly kind: 'case.void'; readonly code: VoidCode; readonly reason: string }
  /** The day the clock starts from was recorded wrong. */
  | { readonly kind: 'clock.change_start'; readonly start: PlainDate; readonly reason: string }
  /** A pause was recorded with wrong days. `to` null = it lasts. */
  | {
      readonly kind: 'clock.change_pause'
      readonly fact: number
      readonly from: PlainDate
      readonly to: PlainDate | null
      readonly reason: string
    }
  /** A fact about the clock should never have been recorded. */
  | { readonly kind: 'clock.undo'; readonly fact: number; readonly reason: string }
  /** The server alone says it: the day of an operation lies outside of what its clock and its arrival allow (CLK-26). */
  | ({ readonly kind: 'case.dispute_time' } & TimeDisputeFacts)
  /** A supervisor says which day a disputed operation was done. */
  | { readonly kind: 'case.fix_time'; readonly op: string; readonly day: PlainDate; readonly reason: string }
  | MergingAct
  | RatingAct
  | AttachmentAct

export type CommonActKind = CommonAct['kind']
