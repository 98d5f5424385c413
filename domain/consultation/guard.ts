import type { CheckContext } from '../case/case-module.ts'
import type { Refusal } from '../case/refusal.ts'
import { refusal } from '../case/refusal.ts'
import { guardExtension, guardLapse } from '../contact/guards.ts'
import { ownLimit } from '../contact/contact-rules.ts'
import type { ConsultationAct } from './consultation-act.ts'
import type { ConsultationCase } from './consultation-state.ts'

/** What the rules say against an act, whoever does it. */
export const guardConsultation = (
  state: ConsultationCase | null,
  act: ConsultationAct,
  context: CheckContext,
): Refusal | null => {
  if (state === null) return null
  const { terms } = state
  switch (act.kind) {
    case 'consultation.extend':
      return guardExtension(state, ownLimit(terms.answer), act.days, context)
    case 'consultation.close_routed':
      return state.forwarded === null ? null : guardLapse(state.forwarded.on, terms.feedbackDays, context)
    case 'consultation.convert':
      return act.caseId === state.id ? refusal('case_unknown') : null
    case 'consultation.register':
    case 'consultation.answer_at_once':
    case 'consultation.assign':
    case 'consultation.send_back':
    case 'consultation.answer':
    case 'consultation.route':
    case 'consultation.routed_answer':
    case 'consultation.route_back':
    case 'consultation.withdraw':
    case 'consultation.close':
      return null
  }
}
