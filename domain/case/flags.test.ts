import { describe, expect, it } from 'vitest'
import { aRepresentative, aServiceIntake, actingOn, day } from './_testing.ts'
import { flags, flagsOf } from './flags.ts'

const { done } = actingOn(day('2026-09-28'))
const none = { legalTime: 'within', conflict: false, numberShared: false } as const
const accepted = done(null, { kind: 'service.accept', intake: aServiceIntake() })

describe('flags', () => {
  it('[CASE-12] stand beside the state: worked out from what is known, or set and taken back by a person', () => {
    expect(flagsOf(accepted, none)).toEqual([])
    expect(flagsOf(accepted, { legalTime: 'due_today', conflict: true, numberShared: true })).toEqual([
      'due_soon',
      'conflict',
      'number_shared',
    ])
    expect(flagsOf(accepted, { ...none, legalTime: 'overdue_promised' })).toEqual(['overdue'])
    const set = { kind: 'case.flag', flag: 'supervised', set: true, reason: '群众来电催问' } as const
    const supervised = done(accepted, set, { role: 'supervisor' })
    expect(flagsOf(supervised, none)).toEqual(['supervised'])
    expect(supervised.status).toBe(accepted.status)
    expect(flagsOf(done(supervised, { ...set, set: false }, { role: 'supervisor' }), none)).toEqual([])
  })

  it('[CASE-12] say who acts for another and what was printed', () => {
    const intake = aServiceIntake({ representative: aRepresentative() })
    const opened = done(null, { kind: 'service.accept', intake })
    const letter = { kind: 'letter.print', letter: 'service_acceptance', templateVersion: 'v1', copies: 1 } as const
    expect(flagsOf(done(opened, letter), none)).toEqual(['represented', 'printed'])
    expect(new Set(flags).size).toBe(flags.length)
  })
})
