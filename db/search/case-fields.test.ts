import { expect, it } from 'vitest'
import { aDisclosureIntake, aServiceIntake, anApplicant } from '../../domain/case/_testing.ts'
import { foldAll } from '../../domain/case/fold.ts'
import { aServiceIntake as service, day } from '../../domain/case/_testing.ts'
import { titleOf } from '../../domain/case/titles.ts'
import { caseFields, foldedCaseFields, haystackOf, isFoundAlike } from './case-fields.ts'

const id = '0199f000-0000-7000-8000-000000000001'
const opening = { caseNo: '990123-20261123-W03-0012', on: day('2026-11-23') }

const folded = (...operations: Parameters<typeof foldAll>[1]) => {
  const state = foldAll(id, operations)
  if (state === null) throw new Error('no state')
  return state
}

it('the short number of a case is searchable, not the day and the center', () => {
  const state = folded({ kind: 'service.accept', data: { ...opening, intake: service() } })
  expect(caseFields(state).texts).toContain('W03-0012')
  expect(haystackOf(foldedCaseFields(state))).not.toContain('20261123')
  expect(titleOf(state)).toBe(aServiceIntake().item.name)
})

it('a haystack holds neither identity nor phone numbers, and every field on a line of its own', () => {
  const intake = aDisclosureIntake({
    documentNo: '青政发〔2024〕3号',
    applicant: anApplicant({ reportCategory: 'natural' }),
  })
  const haystack = haystackOf(foldedCaseFields(folded({ kind: 'disclosure.register', data: { ...opening, intake } })))
  expect(haystack).not.toContain('990000199001010017')
  expect(haystack).not.toContain('13800002046')
  expect(haystack.split('\n')).toContain('周文静')
  expect(haystack.split('\n')).toContain('青政发〔2024〕3号')
})

it('two states are found alike only where every word, name and number that leads to them is the same', () => {
  const state = folded({ kind: 'service.accept', data: { ...opening, intake: service() } })
  const { applicant } = state
  expect(isFoundAlike(state, { ...state, version: 7, closedOn: day('2026-11-24') })).toBe(true)
  expect(isFoundAlike(state, structuredClone(state))).toBe(true)
  for (const other of [
    { ...state, caseNo: '990123-20261123-W03-0013' },
    { ...state, applicant: { ...applicant, name: `${applicant.name}甲` } },
    { ...state, applicant: { ...applicant, phone: '13900009999' } },
    { ...state, applicant: { ...applicant, idNumber: null } },
    { ...state, applicant: { ...applicant, address: '新城路 1 号' } },
    { ...state, applicant: { ...applicant, contactName: '另一联系人' } },
  ])
    expect(isFoundAlike(state, other)).toBe(false)
})
