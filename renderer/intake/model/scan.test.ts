import { describe, expect, it } from 'vitest'
import { aServiceForm, today } from './_testing.ts'
import { applyScan } from './scan.ts'

const card = '990123199003070099'
const sole = '92990123MA0QHE5K71'

describe('a scanned number', () => {
  it('fills the number of a person and nothing else', () => {
    const form = aServiceForm([{ type: 'applicant', field: 'idNumber', text: '' }])
    expect(applyScan(form, card, 'applicant', today)).toEqual(aServiceForm())
  })

  it('goes to the operator when a body applies, and to the representative in his section', () => {
    const body = aServiceForm([{ type: 'applicantKind', kind: 'enterprise' }])
    expect(applyScan(body, card, 'applicant', today).applicant).toMatchObject({
      idNumber: body.applicant.idNumber,
      contactIdNumber: card,
    })
    expect(applyScan(body, card, 'representative', today).representative.idNumber).toBe(card)
  })

  it('makes the applicant a body when it is a credit code', () => {
    expect(applyScan(aServiceForm(), sole, 'applicant', today).applicant).toMatchObject({
      kind: 'sole_trader',
      idNumber: sole,
    })
    expect(
      applyScan(aServiceForm([{ type: 'applicantKind', kind: 'organization' }]), sole, 'applicant', today).applicant
        .kind,
    ).toBe('organization')
  })
})
