import { describe, expect, it } from 'vitest'
import { aRepresentative, day } from '../domain/case/_testing.ts'
import { RepresentativeSchema } from './case-data.ts'

describe('who acts for the applicant', () => {
  it('[AGY-19] what was recorded of an agent before more was asked is read as it is', () => {
    expect(RepresentativeSchema.parse(aRepresentative())).toEqual(aRepresentative())
  })

  it('[AGY-19] what is asked now is told apart from what was not asked', () => {
    const whole = aRepresentative({
      agentRelation: 'relative',
      authorityKind: 'general',
      matters: '办理公共场所卫生许可',
      validFrom: day('2026-09-01'),
      validUntil: day('2027-03-31'),
      originalSeen: true,
    })
    expect(RepresentativeSchema.parse(whole)).toEqual(whole)
    for (const wrong of [{ matters: '' }, { originalSeen: false }, { validFrom: null }, { agentRelation: 'neighbour' }])
      expect(RepresentativeSchema.safeParse({ ...whole, ...wrong }).success).toBe(false)
  })
})
