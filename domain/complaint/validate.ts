import type { CheckContext } from '../case/case-module.ts'
import type { FieldProblem } from '../case/refusal.ts'
import { hasPersonalData } from '../contact/personal-data.ts'
import { required, validateContactIntake } from '../contact/validate-contact.ts'
import type { ComplaintAct } from './complaint-act.ts'
import type { ComplaintIntake, ComplaintSubject } from './complaint-intake.ts'
import type { ComplaintCase } from './complaint-state.ts'

/** Fields that cannot be as they are. */
export const validateComplaint = (
  state: ComplaintCase | null,
  act: ComplaintAct,
  { today }: CheckContext,
): readonly FieldProblem[] => {
  switch (act.kind) {
    case 'complaint.register':
      return [
        ...validateContactIntake(act.intake, { today, reachable: true }),
        ...subjectProblems(act.intake.subject),
        ...titleProblems('intake.title', act.intake.title, act.intake),
      ]
    case 'complaint.accept':
      return []
    case 'complaint.refuse':
      return required({ explanation: act.explanation })
    case 'complaint.route':
      return required({ organ: act.organ, organPhone: act.organPhone, matter: act.matter })
    case 'complaint.routed_reply':
      return required({ answer: act.answer })
    case 'complaint.close_routed':
    case 'complaint.close_unreached':
      return required({ note: act.note })
    case 'complaint.assign':
      return required({ organ: act.organ, 'handler.staffId': act.handler.staffId })
    case 'complaint.answer':
      return required({ answer: act.answer, 'by.staffId': act.by.staffId })
    case 'complaint.route_back':
    case 'complaint.send_back':
    case 'complaint.extend':
    case 'complaint.urge':
    case 'complaint.reject':
    case 'complaint.withdraw':
      return required({ reason: act.reason })
    case 'complaint.verify':
    case 'complaint.follow_up':
      return []
    case 'complaint.set_confidential':
      return [
        ...required({ title: act.title, reason: act.reason }),
        ...(state === null ? [] : titleProblems('title', act.title, state.intake)),
      ]
  }
}

/** The title stands in every list: it must not give the person away. */
const titleProblems = (field: string, title: string, { applicant }: ComplaintIntake): readonly FieldProblem[] =>
  hasPersonalData(title, applicant) ? [{ field, code: 'personal_data' }] : []

const subjectProblems = (subject: ComplaintSubject): readonly FieldProblem[] => {
  switch (subject.kind) {
    case 'case':
      return required({ 'intake.subject.caseId': subject.caseId })
    case 'organ':
      return required({ 'intake.subject.organ': subject.organ })
    case 'window':
      return required({ 'intake.subject.deviceNo': subject.deviceNo })
    case 'person':
      return required({ 'intake.subject.name': subject.name })
    case 'none':
      return []
  }
}
