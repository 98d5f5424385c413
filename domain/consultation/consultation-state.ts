import type { CaseCommon } from '../case/case-common.ts'
import type { Assignment, Forwarding, StaffRef } from '../contact/contact-intake.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ReplyHandover } from './consultation-act.ts'
import type { ConsultationIntake } from './consultation-intake.ts'
import type { ConsultationTerms } from './consultation-rules.ts'

export const consultationStates = ['received', 'assigned', 'answered', 'routed', 'closed', 'voided'] as const
export type ConsultationState = (typeof consultationStates)[number]

/** How a question ended. */
export const consultationEndings = ['answered', 'routed', 'converted', 'withdrawn'] as const
export type ConsultationEnding = (typeof consultationEndings)[number]

export interface ConsultationAnswer {
  readonly text: string
  readonly basis: string | null
  /** Null = the organ that it was passed on to. */
  readonly by: StaffRef | null
  readonly on: PlainDate
  readonly written: boolean
}

export interface ConsultationCase extends CaseCommon {
  readonly kind: 'consultation'
  readonly status: ConsultationState
  readonly intake: ConsultationIntake
  readonly terms: ConsultationTerms
  readonly assignment: Assignment | null
  readonly answer: ConsultationAnswer | null
  readonly forwarded: Forwarding | null
  readonly handover: ReplyHandover | null
  readonly ending: ConsultationEnding | null
}
