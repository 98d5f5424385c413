import type { PlainDate } from '../plain-date.ts'
import type { Representative } from './applicant.ts'
import type { FieldProblemCode } from './refusal.ts'

type Term = Pick<Representative, 'validUntil'>

/** What keeps a mandate from carrying what was done on a day; null = it does. Its last day still counts. */
export const termProblem = (
  { validUntil }: Term,
  on: PlainDate,
): { readonly field: keyof Term; readonly code: FieldProblemCode } | null =>
  validUntil !== null && validUntil < on ? { field: 'validUntil', code: 'mandate_expired' } : null
