import type { CaseModule } from '../case/case-module.ts'
import { ownLimit } from '../contact/contact-rules.ts'
import type { ConsultationAct } from './consultation-act.ts'
import type { ConsultationCase } from './consultation-state.ts'
import { foldConsultation } from './fold.ts'
import { guardConsultation } from './guard.ts'
import { validateConsultation } from './validate.ts'
import { consultationWorkflow } from './workflow.ts'

export const consultationModule: CaseModule<ConsultationCase, ConsultationAct> = {
  workflow: consultationWorkflow,
  validate: validateConsultation,
  guard: guardConsultation,
  fold: foldConsultation,
  limits: ({ terms }) => ({ statutory: null, promised: ownLimit(terms.answer) }),
  letters: () => [],
  title: ({ intake }) => intake.title,
  organ: ({ forwarded, assignment, intake }) => forwarded?.organ ?? assignment?.organ ?? intake.organ ?? '',
}
