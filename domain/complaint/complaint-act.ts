import type { StaffRef } from '../contact/contact-intake.ts'
import type { ComplaintIntake } from './complaint-intake.ts'
import type { Finding, RefusalGround, Satisfaction } from './complaint-state.ts'

/** What a person can do to a complaint. */
export type ComplaintAct =
  | { readonly kind: 'complaint.register'; readonly intake: ComplaintIntake }
  | { readonly kind: 'complaint.accept' }
  | { readonly kind: 'complaint.refuse'; readonly ground: RefusalGround; readonly explanation: string }
  /** 首问负责: matter and telephone are recorded and passed on. */
  | { readonly kind: 'complaint.route'; readonly organ: string; readonly organPhone: string; readonly matter: string }
  | { readonly kind: 'complaint.routed_reply'; readonly answer: string }
  | { readonly kind: 'complaint.route_back'; readonly reason: string }
  | { readonly kind: 'complaint.close_routed'; readonly note: string }
  | { readonly kind: 'complaint.assign'; readonly organ: string; readonly handler: StaffRef }
  /** Whoever it was given to gives it back. */
  | { readonly kind: 'complaint.send_back'; readonly reason: string }
  | { readonly kind: 'complaint.extend'; readonly days: number; readonly reason: string }
  | { readonly kind: 'complaint.urge'; readonly reason: string }
  | {
      readonly kind: 'complaint.answer'
      readonly by: StaffRef
      readonly finding: Finding
      readonly answer: string
      /** What is done about it; null = nothing is called for. */
      readonly measures: string | null
    }
  /** The supervisor is content with the answer. */
  | { readonly kind: 'complaint.verify'; readonly note: string | null }
  /** He is not: it goes back to the handler. */
  | { readonly kind: 'complaint.reject'; readonly reason: string }
  | {
      readonly kind: 'complaint.follow_up'
      readonly satisfaction: Satisfaction
      readonly note: string | null
    }
  | { readonly kind: 'complaint.close_unreached'; readonly note: string }
  | { readonly kind: 'complaint.withdraw'; readonly reason: string }
  | {
      readonly kind: 'complaint.set_confidential'
      readonly confidential: boolean
      readonly title: string
      readonly reason: string
    }

export type ComplaintActKind = ComplaintAct['kind']
