import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aBundleRequest } from '../bundle/_testing.ts'
import { openBundle } from '../bundle/open-bundle.ts'
import type { CaseOperation } from './case-operation.ts'
import type { CaseState } from './case-state.ts'
import { fold, foldAll } from './fold.ts'
import { judge } from './judge.ts'
import { aDisclosureIntake, aMaterial, aServiceIntake, day, missing } from './_testing.ts'

const on = day('2026-09-28')
const caseNo = '990123-20260928-W03-0001'
const origin = { center: '990123', deviceNo: 'W03' }
const accept: CaseOperation = { kind: 'service.accept', data: { caseNo, on, intake: aServiceIntake() } }
const gap = aServiceIntake({ materials: [aMaterial(missing)] })
const notice: CaseOperation = { kind: 'service.notice', data: { caseNo, on, intake: gap, correctBy: null } }
const supply: CaseOperation = { kind: 'service.supply', data: { on, materials: [aMaterial()] } }
const print: CaseOperation = {
  kind: 'letter.print',
  data: { on, letter: 'service_once_only_notice', templateVersion: '1', copies: 1, printNo: 1 },
}

const withoutKind = (act: object): object => Object.fromEntries(Object.entries(act).filter(([name]) => name !== 'kind'))

describe('judge', () => {
  it('[CASE-10] an operation that fits the committed state is applied', () => {
    expect(judge(null, accept, 0, origin, calendar)).toEqual({ verdict: 'applied', reason: null })
    const waiting = fold(null, 'c', notice)
    expect(judge(waiting, supply, 1, origin, calendar)).toEqual({ verdict: 'applied', reason: null })
  })

  it('[CASE-10] the first of two desks wins; the second keeps its operation as a conflict', () => {
    const accepted = foldAll('c', [notice, supply])
    expect(judge(accepted, supply, 1, origin, calendar)).toEqual({
      verdict: 'conflict',
      reason: 'not_allowed_in_state',
    })
    expect(judge(fold(null, 'c', accept), accept, 0, origin, calendar)).toEqual({
      verdict: 'conflict',
      reason: 'case_exists',
    })
  })

  it('[CASE-10] an act on a version that moved on is a conflict', () => {
    const intake = aDisclosureIntake({ channel: 'online' })
    const waiting = fold(null, 'c', { kind: 'disclosure.register', data: { caseNo, on, intake } })
    const confirm: CaseOperation = { kind: 'disclosure.confirm', data: { on, confirmedOn: on } }
    expect(judge(waiting, confirm, 0, origin, calendar)).toEqual({ verdict: 'conflict', reason: 'stale' })
  })

  it('[CASE-5] a print merges whatever version it saw', () => {
    expect(judge(fold(null, 'c', notice), print, 0, origin, calendar).verdict).toBe('applied')
  })

  it('[CASE-10] an operation on a case that never came is dependent', () => {
    expect(judge(null, supply, 1, origin, calendar)).toEqual({ verdict: 'dependent', reason: 'case_unknown' })
  })

  it('[BND-13] a report of a part that did not end so, or is no part, is dependent', () => {
    const { bundle, children } = openBundle(aBundleRequest('bundle', ['part-1', 'part-2']))
    const opened = (act: object, n: number): CaseOperation =>
      ({ ...act, data: { ...withoutKind(act), on, caseNo: `990123-20260928-W03-000${n}` } }) as unknown as CaseOperation
    const whole = fold(null, 'bundle', opened(bundle.act, 3))
    const [first] = children
    if (first === undefined) throw new Error('a part')
    const part = fold(null, 'part-1', opened(first.act, 1))
    const withdrawn = fold(part, 'part-1', { kind: 'service.withdraw', data: { on, reason: '不再办理' } })
    const report = (result: 'withdrawn' | 'approved'): CaseOperation => ({
      kind: 'bundle.child_done',
      data: { on, caseId: 'part-1', result },
    })
    const judged = (operation: CaseOperation, known: CaseState | null) =>
      judge(whole, operation, 1, origin, calendar, (id) => (id === 'part-1' ? known : null))
    expect(judged(report('withdrawn'), withdrawn)).toEqual({ verdict: 'applied', reason: null })
    const dependent = { verdict: 'dependent', reason: 'bundle_part_open' }
    expect(judged(report('approved'), withdrawn)).toEqual(dependent)
    expect(judged(report('withdrawn'), part)).toEqual(dependent)
    expect(judged(report('withdrawn'), null)).toEqual(dependent)
    const other = fold(null, 'part-1', accept)
    const gone = fold(other, 'part-1', { kind: 'service.withdraw', data: { on, reason: '不再办理' } })
    expect(judged(report('withdrawn'), gone)).toEqual(dependent)
  })

  it('[CASE-11] a case number of another device or center is rejected', () => {
    for (const foreign of [
      { ...origin, deviceNo: 'W05' },
      { ...origin, center: '990124' },
    ]) {
      expect(judge(null, accept, 0, foreign, calendar)).toEqual({ verdict: 'rejected', reason: 'case_no_foreign' })
    }
  })

  it('[SRV-2] a forged acceptance with a gap is rejected by the server too', () => {
    const forged: CaseOperation = { kind: 'service.accept', data: { caseNo, on, intake: gap } }
    expect(judge(null, forged, 0, origin, calendar)).toEqual({ verdict: 'rejected', reason: 'materials_missing' })
  })
})
