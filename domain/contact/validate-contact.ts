import { type FieldProblem, type FieldProblemCode } from '../case/refusal.ts'
import { validateContactParty } from '../case/validate-parties.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ContactIntake } from './contact-intake.ts'

export const isBlank = (text: string | null): boolean => text === null || text.trim() === ''

/** A problem for every named text that is empty. */
export const required = (fields: Readonly<Record<string, string | null>>): readonly FieldProblem[] =>
  Object.entries(fields).flatMap(([field, text]) => (isBlank(text) ? [{ field, code: 'required' } as const] : []))

/** Nothing older can be meant: the first centers of this kind opened later. */
const firstDay = '1999-01-01'

/** All that keeps a question or a complaint from being taken in. `reachable` = an answer must find its way to a named person. */
export const validateContactIntake = (
  intake: ContactIntake,
  { today, reachable }: { readonly today: PlainDate; readonly reachable: boolean },
): readonly FieldProblem[] => {
  const problem = (field: string, code: FieldProblemCode): FieldProblem => ({ field: `intake.${field}`, code })
  return [
    ...(intake.arrivedOn > today ? [problem('arrivedOn', 'date_in_future')] : []),
    ...(intake.arrivedOn < firstDay ? [problem('arrivedOn', 'date_too_old')] : []),
    ...(intake.anonymous
      ? namelessProblems(intake).map((field) => problem(field, 'not_applicable'))
      : validateContactParty(intake.applicant, { today, path: 'intake' }, reachable)),
    ...(isBlank(intake.title) ? [problem('title', 'required')] : []),
    ...(isBlank(intake.text) ? [problem('text', 'required')] : []),
  ]
}

/** What somebody without a name has given all the same. */
const namelessProblems = ({ applicant }: ContactIntake): readonly string[] =>
  (['name', 'idNumber', 'contactName', 'contactIdNumber'] as const).flatMap((field) =>
    isBlank(applicant[field]) ? [] : [`applicant.${field}`],
  )
