import { expect, it } from 'vitest'
import { aDisclosureForm, aServiceForm, today } from './_testing.ts'
import { bareIdProblem } from './form-act.ts'
import type { FormEdit } from './form-edits.ts'
import { typedTermProblem } from './typed-term.ts'

const until = (text: string): readonly FormEdit[] => [
  { type: 'represented', on: true },
  { type: 'representative', field: 'validUntil', text },
]
const expired = { field: 'validUntil', code: 'mandate_expired' }

it('[INT-9] a mandate that has run out is said as soon as its last day can be read; that day itself still counts', () => {
  expect(typedTermProblem(aServiceForm(until('2026-09-27')), today)).toEqual(expired)
  expect(typedTermProblem(aServiceForm(until('20260927')), today)).toEqual(expired)
  expect(typedTermProblem(aServiceForm(until('-1')), today)).toEqual(expired)
  for (const text of ['', '2026-09', '2026-09-28', '2027-01-01', '0927'])
    expect(typedTermProblem(aServiceForm(until(text)), today), text).toBeNull()
})

it('[INT-9] the term is held against the day a request came in, not the day it is entered', () => {
  const arrived = [...until('2026-09-20'), { type: 'disclosure', field: 'arrivedOn', text: '2026-09-20' } as const]
  expect(typedTermProblem(aDisclosureForm(arrived), today)).toBeNull()
  expect(typedTermProblem(aDisclosureForm(until('2026-09-20')), today)).toEqual(expired)
})

it('[INT-9] an agent with the number of the applicant is told while it is typed, and somebody else is not', () => {
  const number = (text: string) =>
    aServiceForm([
      { type: 'represented', on: true },
      { type: 'representative', field: 'idNumber', text },
    ])
  expect(bareIdProblem(number('990123199003070099'), 'representative', today)).toBe('agent_is_applicant')
  expect(bareIdProblem(number('99000019800101016X'), 'representative', today)).toBeNull()
})
