import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import type { CaseOperation } from './case-operation.ts'
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
