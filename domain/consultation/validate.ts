import type { CheckContext } from '../case/case-module.ts'
import type { FieldProblem } from '../case/refusal.ts'
import { required, validateContactIntake } from '../contact/validate-contact.ts'
import type { ConsultationAct } from './consultation-act.ts'
import type { ConsultationCase } from './consultation-state.ts'

/** Fields that cannot be as they are. */
export const validateConsultation = (
  state: ConsultationCase | null,
  act: ConsultationAct,
  { today }: CheckContext,
): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'consultation.register':
      return validateContactIntake(act.intake, { today, reachable: true })
    case 'consultation.answer_at_once':
      return [
        ...validateContactIntake(act.intake, { today, reachable: act.written }),
        ...required({ answer: act.answer }),
        ...writable(act.intake.anonymous, act.written),
      ]
    case 'consultation.assign':
      return required({ organ: act.organ })
    case 'consultation.answer':
      return [...required({ answer: act.answer }), ...writable(state?.intake.anonymous ?? false, act.written)]
    case 'consultation.routed_answer':
      return required({ answer: act.answer })
    case 'consultation.route':
      return required({ organ: act.organ, organPhone: act.organPhone, matter: act.matter })
    case 'consultation.convert':
      return required({ caseId: act.caseId })
    case 'consultation.close_routed':
      return required({ note: act.note })
    case 'consultation.send_back':
    case 'consultation.route_back':
    case 'consultation.extend':
    case 'consultation.withdraw':
      return required({ reason: act.reason })
    case 'consultation.close':
      return []
  }
}

/** Nobody can be written to who gave no name. */
const writable = (anonymous: boolean, written: boolean): readonly FieldProblem[] =>
  anonymous && written ? [{ field: 'written', code: 'not_applicable' }] : []
