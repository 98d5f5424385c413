import type { LetterKind } from '../letters/letter-kind.ts'
import type { RatingAct } from '../rating/rating-act.ts'
import type { PlainDate } from '../plain-date.ts'
import type { CaseLink, SetFlag } from './case-common.ts'

/** Acts that every kind of case knows, in every state. */
export type CommonAct =
  | {
      readonly kind: 'letter.print'
      readonly letter: LetterKind
      /** `n` of the numbered document; absent for a slip without a number. */
      readonly document?: number
      readonly templateVersion: string
      readonly copies: number
    }
  | { readonly kind: 'letter.void'; readonly document: number; readonly reason: string }
  /** Issues a voided letter again, under a new number. */
  | { readonly kind: 'letter.reissue'; readonly document: number; readonly reason: string }
  | { readonly kind: 'case.flag'; readonly flag: SetFlag; readonly set: boolean; readonly reason: string }
  | { readonly kind: 'case.link'; readonly link: CaseLink }
  | { readonly kind: 'case.note'; readonly text: string }
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
  | RatingAct

export type CommonActKind = CommonAct['kind']
