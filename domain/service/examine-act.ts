import type { PlainDate } from '../plain-date.ts'
import type { MaterialLine } from './service-intake.ts'
import type { Approver, HearingGround, SpecialProcedure } from './examination.ts'

/** Between acceptance and decision. */
export type ExamineAct =
  /** Somebody takes the open step. */
  | { readonly kind: 'service.claim'; readonly handler: string }
  | { readonly kind: 'service.step_pass'; readonly opinion: string }
  /** Back to an earlier step of the way. */
  | { readonly kind: 'service.step_return'; readonly step: number; readonly reason: string }
  /** The same step goes on to another department. */
  | { readonly kind: 'service.step_send'; readonly organ: string; readonly reason: string }
  | {
      readonly kind: 'service.consult'
      readonly organ: string
      readonly question: string
      readonly answerBy: PlainDate
    }
  | { readonly kind: 'service.consult_answer'; readonly consult: number; readonly opinion: string }
  /** 会审: one opinion of several organs. */
  | { readonly kind: 'service.joint_review'; readonly organs: readonly string[]; readonly opinion: string }
  | {
      readonly kind: 'service.inspect'
      readonly inspectedOn: PlainDate
      readonly place: string
      readonly inspectors: readonly string[]
      readonly findings: string
    }
  /** The applicant is told that he may ask for a hearing (47(1)). */
  | { readonly kind: 'service.hearing_tell'; readonly subject: string }
  | { readonly kind: 'service.hearing_request'; readonly requestedOn: PlainDate; readonly requestedBy: string }
  | {
      readonly kind: 'service.hearing_arrange'
      readonly ground: HearingGround
      readonly heldOn: PlainDate
      readonly place: string
      /** Time that it takes, in working days, as told to the applicant (45). */
      readonly days: number
    }
  | {
      readonly kind: 'service.special_start'
      readonly procedure: Exclude<SpecialProcedure, 'hearing'>
      readonly reason: string
      readonly days: number
    }
  /** The time told is not enough: it is told in writing again, counted from the day of this notice. */
  | { readonly kind: 'service.special_renew'; readonly days: number; readonly reason: string }
  | { readonly kind: 'service.special_end'; readonly result: string }
  /** The time told has run out without a result: the examination goes on. */
  | { readonly kind: 'service.special_lapse'; readonly reason: string }
  | {
      readonly kind: 'service.suspend'
      readonly reason: string
      /** The law or regulation that lets this matter stand still; the licensing law itself has none (42(1), last sentence). */
      readonly basis: string
      readonly resumeBy: PlainDate
      readonly approvedBy: string
    }
  | { readonly kind: 'service.resume'; readonly reason: string }
  | { readonly kind: 'service.suspend_lapse'; readonly reason: string }
  | {
      readonly kind: 'service.extend'
      readonly days: number
      readonly reason: string
      readonly approver: Approver
      readonly approvedBy: string
    }
  | { readonly kind: 'service.supply_tolerated'; readonly materials: readonly MaterialLine[] }
