import type { CaseModule } from '../case/case-module.ts'
import type { ComplaintAct } from './complaint-act.ts'
import { complaintLimits } from './complaint-limits.ts'
import type { ComplaintCase } from './complaint-state.ts'
import { foldComplaint } from './fold.ts'
import { guardComplaint } from './guard.ts'
import { subjectOrgan } from './subject-organ.ts'
import { validateComplaint } from './validate.ts'
import { complaintWorkflow } from './workflow.ts'

export const complaintModule: CaseModule<ComplaintCase, ComplaintAct> = {
  workflow: complaintWorkflow,
  validate: validateComplaint,
  guard: guardComplaint,
  fold: foldComplaint,
  limits: complaintLimits,
  letters: () => [],
  title: ({ intake }) => intake.title,
  organ: subjectOrgan,
}
