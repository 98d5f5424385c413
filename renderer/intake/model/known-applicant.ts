import type { Applicant } from '../../../domain/case/applicant.ts'
import { applicantLimits, type ApplicantText } from './field-limits.ts'
import type { ApplicantFields, IntakeForm } from './form-model.ts'
import { typedLine } from './typed-text.ts'

/** An applicant of an earlier case, as the host tells him. */
export interface KnownApplicant {
  readonly applicant: Applicant
  readonly cases: number
  readonly lastOn: string
  readonly lastTitle: string
}

/** One field where an earlier case says something else; `typed` '' = nothing typed yet. */
export interface Difference {
  readonly field: ApplicantText
  readonly typed: string
  readonly known: string
}

/** Fields an earlier case can bring. A reason for a missing number belongs to its own day and is never carried on. */
const carried = ['name', 'idNumber', 'phone', 'address', 'postcode', 'contactName', 'contactIdNumber'] as const

export const differences = (fields: ApplicantFields, known: KnownApplicant): readonly Difference[] =>
  carried.flatMap((field) => {
    const value = known.applicant[field]
    const hidden = fields.kind === 'person' && (field === 'contactName' || field === 'contactIdNumber')
    if (value === null || value === '' || hidden) return []
    return same(fields[field], value) ? [] : [{ field, typed: fields[field].trim(), known: value }]
  })

/**
 * Takes over what an earlier case knows. `blanks` fills only what is empty; `all` also replaces what was typed, and only a person
 * who has seen the differences asks for that.
 */
export const acceptKnown = (form: IntakeForm, known: KnownApplicant, extent: 'blanks' | 'all'): IntakeForm => {
  const taken = differences(form.applicant, known).filter(({ typed }) => extent === 'all' || typed === '')
  const texts = Object.fromEntries(
    taken.map(({ field, known: value }) => [field, typedLine(value, applicantLimits[field])]),
  )
  return { ...form, applicant: { ...form.applicant, ...texts } }
}

/** Whether two ways to write a field say the same. */
export const same = (a: string, b: string): boolean =>
  a.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase() === b.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase()
