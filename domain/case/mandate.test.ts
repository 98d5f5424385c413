import { describe, expect, it } from 'vitest'
import { actingOn, aDisclosureIntake, anApplicant, aRepresentative, aServiceIntake, day } from './_testing.ts'

const { done, refused } = actingOn(day('2026-09-28'))

const himself = aRepresentative({ idNumber: '990000199001010017' })
const sameNumber = [{ field: 'intake.representative.idNumber', code: 'agent_is_applicant' }]

describe('who acts for the applicant', () => {
  it('[AGY-17] is not the applicant himself, at whatever kind of case', () => {
    const applicant = anApplicant()
    expect(
      refused(null, { kind: 'service.accept', intake: aServiceIntake({ applicant, representative: himself }) }).fields,
    ).toEqual(sameNumber)
    const request = aDisclosureIntake({
      applicant: anApplicant({ reportCategory: 'natural' }),
      representative: himself,
    })
    expect(refused(null, { kind: 'disclosure.register', intake: request }).fields).toEqual(sameNumber)
  })

  it('[AGY-17] is told from him by the whole number, however the card writes it', () => {
    const applicant = anApplicant({ idNumber: '990000199001010017' })
    const old = aRepresentative({ idNumber: '990000900101001' })
    expect(
      refused(null, { kind: 'service.accept', intake: aServiceIntake({ applicant, representative: old }) }).fields,
    ).toEqual(sameNumber)
    const other = aServiceIntake({ applicant, representative: aRepresentative() })
    expect(done(null, { kind: 'service.accept', intake: other }).representative?.name).toBe('许立')
  })

  it('[AGY-17] may have his number where a reason says so, and the reason is recorded', () => {
    const representative = { ...himself, idException: '两人重号，公安机关已出具证明' }
    const intake = aServiceIntake({ applicant: anApplicant(), representative })
    expect(done(null, { kind: 'service.accept', intake }).representative).toEqual(representative)
  })

  it('[AGY-17] may lack a number as the applicant does, each with his reason', () => {
    const lost = { idNumber: null, idException: '证件遗失' }
    const intake = aServiceIntake({ applicant: anApplicant(lost), representative: aRepresentative(lost) })
    expect(done(null, { kind: 'service.accept', intake }).status).toBe('accepted')
  })
})
