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

  it('[AGY-18] acts within his term, both days of it counted', () => {
    const within = (validFrom: string, validUntil: string) =>
      aServiceIntake({ representative: aRepresentative({ validFrom: day(validFrom), validUntil: day(validUntil) }) })
    const refusedFor = (validFrom: string, validUntil: string) =>
      refused(null, { kind: 'service.accept', intake: within(validFrom, validUntil) }).fields
    for (const [from, until] of [
      ['2026-09-28', '2026-09-28'],
      ['2026-09-01', '2026-09-28'],
      ['2026-09-28', '2027-09-28'],
    ] as const)
      expect(done(null, { kind: 'service.accept', intake: within(from, until) }).status).toBe('accepted')
    expect(refusedFor('2026-09-29', '2026-12-31')).toEqual([
      { field: 'intake.representative.validFrom', code: 'mandate_not_begun' },
    ])
    expect(refusedFor('2026-01-01', '2026-09-27')).toEqual([
      { field: 'intake.representative.validUntil', code: 'mandate_expired' },
    ])
    expect(refusedFor('2026-12-31', '2026-12-30')).toEqual([
      { field: 'intake.representative.validUntil', code: 'date_order' },
    ])
  })

  it('[AGY-18] is held to his term on the day the papers came in, however late they are entered', () => {
    const representative = aRepresentative({ validFrom: day('2026-09-22'), validUntil: day('2026-09-24') })
    const arrived = (on: string) => aDisclosureIntake({ representative, arrivedOn: day(on) })
    const codes = (on: string) =>
      refused(null, { kind: 'disclosure.register', intake: arrived(on) }).fields.map(({ code }) => code)
    expect(codes('2026-09-21')).toEqual(['mandate_not_begun'])
    expect(codes('2026-09-25')).toEqual(['mandate_expired'])
    const lawful = aDisclosureIntake({
      representative,
      arrivedOn: day('2026-09-22'),
      applicant: anApplicant({ name: '孙建国', reportCategory: 'natural', idNumber: '990000199001010017' }),
    })
    expect(done(null, { kind: 'disclosure.register', intake: lawful }).arrivedOn).toBe('2026-09-22')
  })

  it('[AGY-19] says by what authority, for what and from when, where that was asked', () => {
    const representative = aRepresentative({
      agentRelation: 'village_agent',
      authorityKind: 'special',
      matters: '办理公共场所卫生许可',
      validFrom: day('2026-09-01'),
      originalSeen: true,
    })
    expect(done(null, { kind: 'service.accept', intake: aServiceIntake({ representative }) }).representative).toEqual(
      representative,
    )
  })

  it('[AGY-19] a special authority names its matters', () => {
    const special = (matters?: string) =>
      aServiceIntake({
        representative: aRepresentative({ authorityKind: 'special', ...(matters === undefined ? {} : { matters }) }),
      })
    for (const matters of [undefined, ' '])
      expect(refused(null, { kind: 'service.accept', intake: special(matters) }).fields).toEqual([
        { field: 'intake.representative.matters', code: 'required' },
      ])
  })
})
