import type { CaseAct } from '../../../domain/case/case-act.ts'

/** The acts that an intake opens a case by: at a window, and for a resident by the agent of his village (`service.submit`). */
export const intakeActs = [
  'service.accept',
  'service.notice',
  'service.refuse',
  'service.instant',
  'service.submit',
  'disclosure.register',
  'consultation.register',
  'consultation.answer_at_once',
  'complaint.register',
  'bundle.open',
] as const
export type IntakeActKind = (typeof intakeActs)[number]
export type IntakeAct = Extract<CaseAct, { readonly kind: IntakeActKind }>
