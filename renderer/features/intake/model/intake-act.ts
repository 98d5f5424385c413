import type { CaseAct } from '../../../../domain/case/case-act.ts'

/** The acts that this screen opens a case by. */
export const intakeActs = [
  'service.accept',
  'service.notice',
  'service.refuse',
  'service.instant',
  'disclosure.register',
  'consultation.register',
  'consultation.answer_at_once',
  'complaint.register',
  'bundle.open',
] as const
export type IntakeActKind = (typeof intakeActs)[number]
export type IntakeAct = Extract<CaseAct, { readonly kind: IntakeActKind }>
