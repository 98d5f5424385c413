import { describe, expect, it } from 'vitest'
import { aServiceIntake, actingOn, day } from '../case/_testing.ts'
import type { CaseOperation } from '../case/case-operation.ts'
import { flagsOf } from '../case/flags.ts'
import { fold } from '../case/fold.ts'
import { isTimeDisputed, timeFieldsOf } from './time-dispute.ts'

const on = day('2026-09-28')
const { done, refused } = actingOn(on)
const op = '0199f000-0000-7000-8000-00000000d001'
const opened = done(null, { kind: 'service.accept', intake: aServiceIntake() })

const facts = {
  op,
  act: 'service.accept',
  day: on,
  earliest: day('2026-09-24'),
  latest: day('2026-09-27'),
  fields: timeFieldsOf(null, opened, on),
}
const dispute: CaseOperation = { kind: 'case.dispute_time', data: { ...facts, on } }
const disputed = fold(opened, opened.id, dispute)
const fix = { kind: 'case.fix_time', op, day: day('2026-09-25'), reason: '监控录像显示当日受理' } as const
const supervisor = { role: 'supervisor' } as const
const quiet = { legalTime: 'within', conflict: false, numberShared: false } as const

describe('disputed time', () => {
  it('[CLK-26] the matter is marked, nothing is undone, and acts made before the mark was known still fit', () => {
    expect(facts.fields).toEqual(['arrivedOn', 'clockStart'])
    expect(disputed).toMatchObject({ version: opened.version, status: opened.status, clockStart: on })
    expect(flagsOf(disputed, quiet)).toContain('time_disputed')
    expect(flagsOf(opened, quiet)).not.toContain('time_disputed')
  })

  it('[CLK-26] told twice it is one dispute, and a settled one stays settled', () => {
    expect(fold(disputed, opened.id, dispute)).toEqual(disputed)
    const fixed = done(disputed, fix, supervisor)
    expect(fold(fixed, opened.id, dispute)).toEqual(fixed)
  })

  it('[CLK-26] nobody at a desk disputes a time', () => {
    expect(refused(opened, { kind: 'case.dispute_time', ...facts }, supervisor)?.code).toBe('role_not_permitted')
  })

  it('[CLK-27] the supervisor names the day, with a reason; what rests on it follows', () => {
    const fixed = done(disputed, fix, supervisor)
    expect(fixed).toMatchObject({ arrivedOn: fix.day, clockStart: fix.day, version: disputed.version + 1 })
    expect(isTimeDisputed(fixed)).toBe(false)
    expect(fixed.timeDisputes?.[0]).toMatchObject({ day: on, fixed: { day: fix.day, on, reason: fix.reason } })
    const again = done(fixed, { ...fix, day: day('2026-09-26') }, supervisor)
    expect(again).toMatchObject({ arrivedOn: '2026-09-26', clockStart: '2026-09-26' })
  })

  it('[CLK-27] a day that was corrected since by another act stays as it was corrected', () => {
    const moved = { ...disputed, clockStart: day('2026-09-29') }
    expect(done(moved, fix, supervisor)).toMatchObject({ arrivedOn: fix.day, clockStart: '2026-09-29' })
  })

  it('[CLK-27] it is never after the arrival nor before the last proved day, and never without a reason', () => {
    expect(refused(disputed, { ...fix, day: on }, supervisor)?.code).toBe('time_after_arrival')
    expect(refused(disputed, { ...fix, day: day('2026-09-23') }, supervisor)?.code).toBe('time_before_proof')
    expect(refused(disputed, { ...fix, reason: ' ' }, supervisor)?.code).toBe('invalid_fields')
    expect(refused(opened, fix, supervisor)?.code).toBe('time_not_disputed')
  })

  it('[CLK-27] a clerk does not settle it', () => {
    expect(refused(disputed, fix, { role: 'clerk' })?.code).toBe('role_not_permitted')
  })
})
