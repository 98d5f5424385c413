import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aServiceForm, afterEdits, editsArbitrary } from './_testing.ts'
import { applicantLimits } from './field-limits.ts'
import { acceptKnown, differences, type KnownApplicant } from './known-applicant.ts'

const known: KnownApplicant = {
  applicant: {
    kind: 'person',
    reportCategory: null,
    name: '周文静',
    idType: 'resident_id',
    idNumber: '990123199003070099',
    idException: null,
    phone: '13900001111',
    address: '青岚县新区路 2 号',
    postcode: null,
    contactName: null,
    contactIdNumber: null,
  },
  cases: 2,
  lastOn: '2026-08-12',
  lastTitle: '食品经营许可',
}

describe('a known applicant', () => {
  it('is offered as a difference', () => {
    expect(differences(aServiceForm([{ type: 'applicant', field: 'address', text: '' }]).applicant, known)).toEqual([
      { field: 'phone', typed: '13800002046', known: '13900001111' },
      { field: 'address', typed: '', known: '青岚县新区路 2 号' },
    ])
  })

  it('fills only blanks unless the clerk asks for all', () => {
    const form = aServiceForm([{ type: 'applicant', field: 'address', text: '' }])
    expect(acceptKnown(form, known, 'blanks').applicant).toMatchObject({
      phone: '13800002046',
      address: '青岚县新区路 2 号',
    })
    expect(acceptKnown(form, known, 'all').applicant).toMatchObject({
      phone: '13900001111',
      address: '青岚县新区路 2 号',
    })
  })

  it('never overwrites a typed field by filling blanks, and leaves no difference when all is taken', () => {
    fc.assert(
      fc.property(editsArbitrary, (edits) => {
        const form = afterEdits(edits)
        const filled = acceptKnown(form, known, 'blanks')
        for (const field of Object.keys(applicantLimits) as (keyof typeof applicantLimits)[])
          if (form.applicant[field].trim() !== '') expect(filled.applicant[field]).toBe(form.applicant[field])
        const all = acceptKnown(form, known, 'all')
        expect(differences(all.applicant, known)).toEqual([])
      }),
    )
  })
})
