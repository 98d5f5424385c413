import type { CheckContext } from '../case/case-module.ts'
import type { Refusal } from '../case/refusal.ts'
import { refusal } from '../case/refusal.ts'
import { ownLimit } from '../contact/contact-rules.ts'
import { guardExtension, guardLapse } from '../contact/guards.ts'
import type { ComplaintAct } from './complaint-act.ts'
import type { ComplaintCase } from './complaint-state.ts'

/** What the rules say against an act, whoever does it, and against whoever does it. */
export const guardComplaint = (
  state: ComplaintCase | null,
  act: ComplaintAct,
  context: CheckContext,
): Refusal | null => (state === null ? null : (guardPersons(state, act, context) ?? guardMatter(state, act, context)))

/** Nobody handles, decides or verifies what is complained of himself, and nobody verifies his own answer. */
const guardPersons = (state: ComplaintCase, act: ComplaintAct, { actor }: CheckContext): Refusal | null => {
  const { subject } = state.intake
  const accused = subject.kind === 'person' ? subject.staffId : null
  const named = act.kind === 'complaint.assign' ? act.handler : act.kind === 'complaint.answer' ? act.by : null
  if (accused !== null && (named?.staffId === accused || actor === accused)) return refusal('handler_is_subject')
  const verifies = act.kind === 'complaint.verify' || act.kind === 'complaint.reject'
  const answeredBy = state.answer?.by?.staffId
  return verifies && actor !== undefined && answeredBy === actor ? refusal('verifier_is_handler') : null
}

const guardMatter = (state: ComplaintCase, act: ComplaintAct, context: CheckContext): Refusal | null => {
  const { terms } = state
  switch (act.kind) {
    case 'complaint.accept':
      // 信访 has its own organs and clocks: the person is told the way, by passing it on or by a refusal with its ground.
      return state.intake.type === 'petition_hint' ? refusal('petition_elsewhere') : null
    case 'complaint.extend':
      return guardExtension(state, ownLimit(terms.handling), act.days, context)
    case 'complaint.close_routed':
      return state.forwarded === null ? null : guardLapse(state.forwarded.on, terms.feedbackDays, context)
    case 'complaint.close_unreached':
      return state.verifiedOn === null ? null : guardLapse(state.verifiedOn, terms.followUpDays, context)
    case 'complaint.register':
    case 'complaint.refuse':
    case 'complaint.route':
    case 'complaint.routed_reply':
    case 'complaint.route_back':
    case 'complaint.assign':
    case 'complaint.send_back':
    case 'complaint.urge':
    case 'complaint.answer':
    case 'complaint.verify':
    case 'complaint.reject':
    case 'complaint.follow_up':
    case 'complaint.withdraw':
    case 'complaint.set_confidential':
      return null
  }
}
