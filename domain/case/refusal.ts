import type { Article } from '../law/article.ts'

/** One field that keeps an act from being done. `field` is the path in the act, e.g. `intake.applicant.idNumber`. */
export interface FieldProblem {
  readonly field: string
  readonly code: FieldProblemCode
}

export const fieldProblemCodes = [
  'required',
  'too_long',
  'id_invalid_without_reason',
  'phone_invalid',
  'postcode_invalid',
  'date_invalid',
  'date_in_future',
  'date_too_old',
  'date_before_arrival',
  'promise_date_required',
  'promise_date_past',
  'not_tolerable',
  'count_invalid',
  'category_required',
  'category_mismatch',
  'mandate_expired',
  'not_applicable',
  'text_has_control_characters',
] as const
export type FieldProblemCode = (typeof fieldProblemCodes)[number]

/** Why an act was not done. Code and data only; the wording lives with each user interface. */
export const refusalCodes = [
  'invalid_fields', // see `fields`
  'materials_missing', // 受理 with a required, intolerable gap: give the once-only notice instead (32(1)(4))
  'materials_complete', // a once-only notice with nothing to correct: accept instead (32(1)(5))
  'not_allowed_in_state', // the workflow does not know this act here
  'case_unknown',
  'case_exists',
  'stale', // the case moved on since it was shown
  'role_not_permitted',
  'not_signed_in',
  'confirmation_not_needed', // the channel needs no confirmation (31)
  'letter_not_available', // this letter does not exist for the case as it stands
  'materials_changed', // the checklist handed in is not the checklist of the case
  'document_unknown', // no such numbered letter, or it is void
  'document_not_void', // only a voided letter is issued again, and once
  'clock_not_running',
  'clock_fact_unknown', // no such pause, restart or extension, or it is undone
  'clock_fact_not_changeable', // an open pause belongs to the state: end it first
  'clock_contradiction', // the facts could not all be true
  'record_unknown',
  'record_exists',
  'record_key_taken', // another record of the kind has the same key
  'calendar_implausible', // no arrangement of the State Council looks like this
] as const
export type RefusalCode = (typeof refusalCodes)[number]

export interface Refusal {
  readonly code: RefusalCode
  /** The article that refuses, as cited in RULES.md, or null. */
  readonly article: Article | null
  readonly fields: readonly FieldProblem[]
  readonly params: Readonly<Record<string, string | number>>
}

export const refusal = (code: RefusalCode, more: Partial<Omit<Refusal, 'code'>> = {}): Refusal => ({
  code,
  article: more.article ?? null,
  fields: more.fields ?? [],
  params: more.params ?? {},
})
