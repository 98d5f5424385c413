import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aServiceIntake, actingOn, aSoleTrader, day } from './_testing.ts'
import { anonymousApplicant } from './applicant.ts'
import type { CaseOperation } from './case-operation.ts'
import type { CaseState } from './case-state.ts'
import { fold } from './fold.ts'
import { judge } from './judge.ts'
import { overwritten, softFields, softHistory, softValue, writerOf } from './soft-fields.ts'

const on = day('2026-09-28')
const { done, refused } = actingOn(on)
const accepted = done(null, { kind: 'service.accept', intake: aServiceIntake() })
const old = aSoleTrader().phone

type Set = Extract<CaseOperation, { kind: 'case.set_contact' }>
const phone = (value: string, was = old): Set => ({
  kind: 'case.set_contact',
  data: { field: 'phone', value, was, on },
})
const at = (ms: number, deviceNo: string) => `${ms.toString(16).padStart(12, '0')}-0000-${deviceNo}`
const folded = (state: CaseState, ...steps: readonly (readonly [CaseOperation, string])[]) =>
  steps.reduce((before, [operation, stamp]) => fold(before, 'c', operation, stamp), state)

const mine = [phone('13700005521'), at(1000, 'W03')] as const
const theirs = [phone('13800006632'), at(2000, 'W12')] as const

describe('fields without legal effect', () => {
  it('[CASE-19] of two desks that change one, the later clock stands in either order; nothing moves but the field', () => {
    for (const order of [
      [mine, theirs],
      [theirs, mine],
    ]) {
      const state = folded(accepted, ...order)
      expect(softValue(state, 'phone')).toBe('13800006632')
      expect(state).toMatchObject({ version: accepted.version, status: accepted.status })
      expect(softHistory(state, 'phone').map(({ value }) => value)).toEqual(
        expect.arrayContaining([old, '13700005521', '13800006632']),
      )
      expect(state.intake.applicant.phone).toBe(old)
    }
    const origin = { center: '990123', deviceNo: 'W03' }
    expect(judge(folded(accepted, theirs), mine[0], 0, origin, calendar).verdict).toBe('applied')
  })

  it('[CASE-19] at one instant the higher device number stands, whatever came first', () => {
    const same = [phone('13700005521'), at(2000, 'W03')] as const
    expect(softValue(folded(accepted, theirs, same), 'phone')).toBe('13800006632')
    expect(softValue(folded(accepted, same, theirs), 'phone')).toBe('13800006632')
  })

  it('[CASE-19] every order of any changes ends in the same values', () => {
    const change = fc.record({
      field: fc.constantFrom(...softFields),
      value: fc.constantFrom('13700005521', '13800006632', '13900007743', null),
      device: fc.constantFrom('W03', 'W12'),
    })
    const changes = fc.array(change, { maxLength: 8 })
    fc.assert(
      fc.property(changes, fc.infiniteStream(fc.nat()), (made, draws) => {
        const steps = made.map(({ field, value, device }, n): readonly [CaseOperation, string] => [
          { kind: 'case.set_contact', data: { field, value, was: '没有见过', on } },
          at(1000 + n, device),
        ])
        const shuffled = steps
          .map((step) => ({ step, place: draws.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ step }) => step)
        const [one, other] = [folded(accepted, ...steps), folded(accepted, ...shuffled)]
        for (const field of softFields) expect(softValue(other, field)).toBe(softValue(one, field))
        expect(other.soft?.length).toBe(one.soft?.length)
      }),
    )
  })

  it('[CASE-20] a value that was replaced unseen is told with the window that did it, and comes back by one act', () => {
    const both = folded(accepted, mine, theirs)
    const [told] = overwritten(both)
    expect(told?.lost.value).toBe('13700005521')
    expect(told === undefined ? null : writerOf(told.by)).toBe('W12')
    const restore = { field: 'phone', stamp: mine[1] } as const
    const back = folded(both, [{ kind: 'case.restore_field', data: { ...restore, on } }, at(3000, 'W03')])
    expect(softValue(back, 'phone')).toBe('13700005521')
    expect(overwritten(back)).toEqual([])
    const first = folded(back, [
      { kind: 'case.restore_field', data: { field: 'phone', stamp: '', on } },
      at(4000, 'W03'),
    ])
    expect(softValue(first, 'phone')).toBe(old)
  })

  it('[CASE-19] whoever saw what stands replaces it, however slow his clock is', () => {
    const seen = [phone('13900007743', '13800006632'), at(5, 'W03')] as const
    const state = folded(accepted, mine, theirs, seen)
    expect(softValue(state, 'phone')).toBe('13900007743')
    expect(overwritten(state)).toEqual([])
    const never = [phone('13600004410'), at(2 ** 47, 'W99')] as const
    const back = folded(state, never, [phone('13900007743', '13600004410'), at(6, 'W03')])
    expect(softValue(back, 'phone')).toBe('13900007743')
  })

  it('[CASE-20] nothing is told of a value that was seen before it was replaced', () => {
    expect(overwritten(accepted)).toEqual([])
    expect(overwritten(folded(accepted, mine))).toEqual([])
    expect(overwritten(folded(accepted, mine, [phone('13800006632', '13700005521'), at(2000, 'W12')]))).toEqual([])
  })

  it('[CASE-20] a value that the field never had is not put back', () => {
    const restore = { kind: 'case.restore_field', field: 'phone', stamp: at(9, 'W99') } as const
    expect(refused(accepted, restore).code).toBe('soft_value_unknown')
    expect(refused(accepted, { ...restore, stamp: '' }).code).toBe('soft_value_unknown')
  })

  it('[CASE-19] what is no telephone, is blank, or would name who gives no name is refused', () => {
    const set = (field: 'phone' | 'address' | 'remark', value: string | null) =>
      ({ kind: 'case.set_contact', field, value, was: null }) as const
    expect(refused(accepted, set('phone', '12')).fields).toEqual([{ field: 'value', code: 'phone_invalid' }])
    expect(refused(accepted, set('remark', ' ')).fields).toEqual([{ field: 'value', code: 'required' }])
    expect(softValue(done(accepted, set('remark', '下午来取')), 'remark')).toBe('下午来取')
    const nameless = { ...accepted, applicant: anonymousApplicant() }
    expect(refused(nameless, set('address', '河西路 2 号')).code).toBe('soft_field_of_nobody')
    expect(done(nameless, set('phone', '13700005521')).applicant.phone).toBe('13700005521')
  })
})
