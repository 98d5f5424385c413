import { describe, expect, it } from 'vitest'
import { aMaterial, aServiceIntake, day, missing } from '../../domain/case/_testing.ts'
import { currentWorkCalendar as calendar } from '../../domain/calendar/state-council.ts'
import { canonicalJson } from '../../contract/canonical-json.ts'
import type { LoggedOperation } from '../log/reader.ts'
import { refoldCase } from './refold.ts'

const entity = '0199f000-0000-7000-8000-000000000001'
const gap = [aMaterial(missing)]
const whole = [aMaterial()]
const on = day('2026-11-23')

let n = 0
const logged = (kind: string, data: object, base: number, over: Partial<LoggedOperation> = {}): LoggedOperation => {
  n += 1
  const canon = canonicalJson({ center: '990123', deviceNo: 'W03', base, kind, data })
  const unsaid = { cseq: null, verdict: null, reason: null, ref: null, committedAt: null, hlcEff: null, former: null }
  const none = { ...unsaid, status: null, held: null }
  return { n, op: '', device: '', inc: '', seq: n, entity, kind, canon, hash: '', ...none, ...over }
}

const notice = (over: Partial<LoggedOperation> = {}) =>
  logged(
    'service.notice',
    { caseNo: '990123-20261123-W03-0001', on, intake: aServiceIntake({ materials: gap }), correctBy: null },
    0,
    over,
  )
const supply = (over: Partial<LoggedOperation> = {}, base = 1) =>
  logged('service.supply', { on, materials: whole }, base, over)

const applied = { verdict: 'applied', cseq: 1, committedAt: 1 } as const
const waiting = { status: 'pending' } as const

describe('a case from its operations', () => {
  it('is nothing without one that opens it', () => {
    expect(refoldCase([], calendar)).toEqual({ state: null, deviceNo: null, pending: 0, attention: 0, held: false })
  })

  it('counts what was applied and what waits', () => {
    const folded = refoldCase([notice(applied), supply(waiting)], calendar)
    expect(folded).toMatchObject({
      state: { status: 'accepted', version: 2 },
      deviceNo: 'W03',
      pending: 1,
      attention: 0,
      held: false,
    })
  })

  it('leaves out what was not applied, but says that it is there', () => {
    const refused = { status: 'committed', verdict: 'conflict', cseq: 2, committedAt: 2 } as const
    expect(refoldCase([notice(applied), supply(refused)], calendar)).toMatchObject({
      state: { status: 'correction_wait', version: 1 },
      pending: 0,
      attention: 1,
    })
    expect(refoldCase([notice({ ...refused, verdict: 'rejected' })], calendar)).toMatchObject({
      state: null,
      attention: 1,
    })
    expect(refoldCase([notice(applied), supply({ ...refused, status: null })], calendar)).toMatchObject({
      attention: 0,
    })
  })

  it('does not show as done what can only end in a conflict, because another desk was first', () => {
    const theirs = supply({ ...applied, cseq: 2 })
    const ours = supply(waiting)
    expect(refoldCase([notice(applied), theirs, ours], calendar)).toMatchObject({
      state: { status: 'accepted', version: 2 },
      pending: 1,
      held: false,
    })
  })

  it('stops before an operation that it does not know, whatever follows', () => {
    const unknown = logged('service.archive', {}, 1, { ...applied, cseq: 2, held: 'unknown_kind' })
    expect(
      refoldCase([notice(applied), unknown, supply({ ...applied, cseq: 3 }), supply(waiting)], calendar),
    ).toMatchObject({
      state: { status: 'correction_wait', version: 1 },
      held: true,
      pending: 1,
    })
  })

  it('is held, not broken, when the server applied what cannot follow here', () => {
    expect(refoldCase([supply(applied)], calendar)).toMatchObject({ state: null, held: true })
    expect(refoldCase([notice(applied), notice({ ...applied, cseq: 2 })], calendar)).toMatchObject({
      state: { version: 1 },
      held: true,
    })
  })
})
