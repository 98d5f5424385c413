import type { Representative } from '../../../domain/case/applicant.ts'
import { representativeLimits } from './field-limits.ts'
import type { IntakeForm } from './form-model.ts'
import { same, type Difference } from './known-applicant.ts'
import { typedLine } from './typed-text.ts'

/** Who acted for somebody in an earlier case, as the host tells him. */
export interface KnownAgent {
  readonly agent: Pick<Representative, 'name' | 'idType' | 'idNumber' | 'phone'>
  readonly cases: number
  readonly lastOn: string
}

/** What an earlier case can bring. Authority, matters and term are of that mandate, and its reason for a missing number of that day. */
const carried = ['name', 'idNumber', 'phone'] as const

export const agentDifferences = (
  fields: IntakeForm['representative'],
  { agent }: KnownAgent,
): readonly (Difference & { readonly field: (typeof carried)[number] })[] =>
  carried.flatMap((field) => {
    const value = agent[field]
    if (value === null || value === '') return []
    return same(fields[field], value) ? [] : [{ field, typed: fields[field].trim(), known: value }]
  })

/** Fills what is empty; `all` also replaces what was typed, and only a person who has seen the differences asks for that. */
export const acceptAgent = (form: IntakeForm, known: KnownAgent, extent: 'blanks' | 'all'): IntakeForm => {
  const taken = agentDifferences(form.representative, known).filter(({ typed }) => extent === 'all' || typed === '')
  const texts = Object.fromEntries(
    taken.map(({ field, known: value }) => [field, typedLine(value, representativeLimits[field])]),
  )
  return { ...form, representative: { ...form.representative, ...texts } }
}
