import { expect, it } from 'vitest'
import { zhao } from '../../../domain/contact/_testing.ts'
import { aDisclosureForm, aServiceForm, afterEdits, today } from './_testing.ts'
import { bareIdProblem, formToAct } from './form-act.ts'
import { readDraft } from './form-draft.ts'
import type { FormEdit } from './form-edits.ts'
import type { IntakeForm } from './form-model.ts'
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

it('[INT-9] a mandate that has not begun is said too, and one that ends before it begins', () => {
  const term = (validFrom: string, validUntil: string) =>
    typedTermProblem(
      aServiceForm([...until(validUntil), { type: 'representative', field: 'validFrom', text: validFrom }]),
      today,
    )
  expect(term('2026-09-28', '')).toBeNull()
  expect(term('0901', '+30')).toBeNull()
  expect(term('2026-09-29', '2026-12-31')).toEqual({ field: 'validFrom', code: 'mandate_not_begun' })
  expect(term('2026-09-20', '2026-09-19')).toEqual({ field: 'validUntil', code: 'date_order' })
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

it('[INT-9] an act says of the mandate what was asked and nothing of what was not', () => {
  const named = aServiceForm([
    ...until('2026-12-31'),
    { type: 'representative', field: 'name', text: '许立' },
    { type: 'representative', field: 'idNumber', text: '99000019800101016X' },
    { type: 'representative', field: 'authority', text: '代为提交' },
  ])
  const bare = {
    name: '许立',
    idType: 'resident_id',
    idNumber: '99000019800101016X',
    idException: null,
    phone: null,
    authority: '代为提交',
    validUntil: '2026-12-31',
  }
  expect(formToAct(named, 'service.accept', today, zhao)).toMatchObject({ ok: true })
  expect(agentOf(named)).toEqual(bare)
  const whole = afterEdits(
    [
      { type: 'representative', field: 'matters', text: ' 办理卫生许可 ' },
      { type: 'representative', field: 'validFrom', text: '0901' },
      {
        type: 'representativeChoice',
        choices: { agentRelation: 'relative', authorityKind: 'special', originalSeen: true },
      },
    ],
    named,
  )
  expect(agentOf(whole)).toEqual({
    ...bare,
    agentRelation: 'relative',
    authorityKind: 'special',
    matters: '办理卫生许可',
    validFrom: '2026-09-01',
    originalSeen: true,
  })
})

it('[INT-3] a draft of before the mandate was asked for in full opens as it was left', () => {
  const form = aServiceForm(until('2026-12-31'))
  const {
    agentRelation: _r,
    authorityKind: _k,
    matters: _m,
    validFrom: _f,
    originalSeen: _s,
    ...old
  } = form.representative
  const draft = JSON.stringify({ v: 2, form: { ...form, representative: old } })
  expect(readDraft(draft)).toEqual({ ok: true, value: form })
})

const agentOf = (form: IntakeForm) => {
  const act = formToAct(form, 'service.accept', today, zhao)
  return act.ok && act.value.kind === 'service.accept' ? act.value.intake.representative : null
}
