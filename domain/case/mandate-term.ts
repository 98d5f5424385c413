import type { PlainDate } from '../plain-date.ts'
import type { Representative } from './applicant.ts'
import type { FieldProblemCode } from './refusal.ts'

type Term = Pick<Representative, 'validFrom' | 'validUntil'>

/** What keeps a mandate from carrying what was done on a day; null = it does. Its first and its last day still count (AGY-18). */
export const termProblem = (
  { validFrom, validUntil }: Term,
  on: PlainDate,
): { readonly field: keyof Term; readonly code: FieldProblemCode } | null => {
  if (validFrom !== undefined && validUntil !== null && validUntil < validFrom)
    return { field: 'validUntil', code: 'date_order' }
  if (validUntil !== null && validUntil < on) return { field: 'validUntil', code: 'mandate_expired' }
  return validFrom !== undefined && validFrom > on ? { field: 'validFrom', code: 'mandate_not_begun' } : null
}
