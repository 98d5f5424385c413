import type { StaffRef } from '../contact/contact-intake.ts'
import type { ConsultationIntake } from './consultation-intake.ts'

/** The words of an answer. `written` = it is owed as a letter; otherwise it was told, by telephone or face to face. */
interface Answering {
  readonly answer: string
  /** 依据: item, document or article that the answer rests on. */
  readonly basis: string | null
  readonly by: StaffRef
  readonly written: boolean
}

/** What a person can do to a question. */
export type ConsultationAct =
  | { readonly kind: 'consultation.register'; readonly intake: ConsultationIntake }
  /** Asked and answered in one go (当场答复). */
  | ({ readonly kind: 'consultation.answer_at_once'; readonly intake: ConsultationIntake } & Answering)
  | { readonly kind: 'consultation.assign'; readonly organ: string; readonly handler: StaffRef | null }
  /** Whoever it was given to gives it back. */
  | { readonly kind: 'consultation.send_back'; readonly reason: string }
  | ({ readonly kind: 'consultation.answer' } & Answering)
  | { readonly kind: 'consultation.extend'; readonly days: number; readonly reason: string }
  /** 首问负责: matter and telephone are recorded and passed on. */
  | {
      readonly kind: 'consultation.route'
      readonly organ: string
      readonly organPhone: string
      readonly matter: string
    }
  /** The other organ says what it answered. */
  | { readonly kind: 'consultation.routed_answer'; readonly answer: string }
  /** It is not its business either. */
  | { readonly kind: 'consultation.route_back'; readonly reason: string }
  /** Nothing came back in time; a person says so. */
  | { readonly kind: 'consultation.close_routed'; readonly note: string }
  /** It has become a service request or a request for disclosure, which is already here under that id. */
  | { readonly kind: 'consultation.convert'; readonly into: 'service' | 'disclosure'; readonly caseId: string }
  | { readonly kind: 'consultation.withdraw'; readonly reason: string }
  /** The written reply is handed over or sent. */
  | { readonly kind: 'consultation.close'; readonly handover: ReplyHandover }

/** How a written reply reaches the person. */
export const replyHandovers = ['in_person', 'post', 'electronic'] as const
export type ReplyHandover = (typeof replyHandovers)[number]

export type ConsultationActKind = ConsultationAct['kind']
