import type { FieldProblem, FieldProblemCode } from '../case/refusal.ts'
import { type ValidateContext, validateApplicant, validateRepresentative } from '../case/validate-parties.ts'
import { needsConfirmation } from './receipt-date.ts'
import type { DisclosureIntake } from './disclosure-intake.ts'

/** The Regulation came into force on this day; no request can be older. */
const firstDay = '2008-05-01'

/** All that keeps a request from being registered (条例 art. 29(2)), in the order of the screen. Empty = sound. */
export const validateDisclosureIntake = (
  intake: DisclosureIntake,
  context: ValidateContext,
): readonly FieldProblem[] => {
  const problem = (field: string, code: FieldProblemCode): FieldProblem => ({ field: `${context.path}.${field}`, code })
  return [
    ...dateProblems(intake, context, problem),
    ...validateApplicant(intake.applicant, context),
    ...categoryProblems(intake, problem),
    ...(intake.representative === null
      ? []
      : validateRepresentative(intake.representative, context, { on: intake.arrivedOn, applicant: intake.applicant })),
    ...(intake.organ.trim() === '' ? [problem('organ', 'required')] : []),
    ...(intake.subject.trim() === '' ? [problem('subject', 'required')] : []),
    ...supplyProblems(intake, problem),
  ]
}

type Problem = (field: string, code: FieldProblemCode) => FieldProblem

const dateProblems = (
  intake: DisclosureIntake,
  context: ValidateContext,
  problem: Problem,
): readonly FieldProblem[] => {
  const problems: FieldProblem[] = []
  if (intake.arrivedOn > context.today) problems.push(problem('arrivedOn', 'date_in_future'))
  if (intake.arrivedOn < firstDay) problems.push(problem('arrivedOn', 'date_too_old'))
  if (intake.confirmedOn === null) return problems
  if (!needsConfirmation(intake.channel)) return [...problems, problem('confirmedOn', 'not_applicable')]
  if (intake.confirmedOn > context.today) problems.push(problem('confirmedOn', 'date_in_future'))
  if (intake.confirmedOn < intake.arrivedOn) problems.push(problem('confirmedOn', 'date_before_arrival'))
  return problems
}

/** The column of the annual report: natural persons in the first, everybody else in one of the other five. */
const categoryProblems = ({ applicant }: DisclosureIntake, problem: Problem): readonly FieldProblem[] => {
  if (applicant.reportCategory === null) return [problem('applicant.reportCategory', 'category_required')]
  const natural = applicant.reportCategory === 'natural'
  return natural === (applicant.kind === 'person') ? [] : [problem('applicant.reportCategory', 'category_mismatch')]
}

const supplyProblems = (intake: DisclosureIntake, problem: Problem): readonly FieldProblem[] => {
  const blank = (text: string | null): boolean => (text ?? '').trim() === ''
  switch (intake.supplyWay) {
    case 'email':
    case 'fax':
      return blank(intake.supplyAddress) ? [problem('supplyAddress', 'required')] : []
    case 'post':
      return blank(intake.applicant.address) ? [problem('applicant.address', 'required')] : []
    case 'pickup':
    case 'read_on_site':
      return []
  }
}
