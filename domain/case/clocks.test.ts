import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import type { CaseOperation } from './case-operation.ts'
import { caseClocks, correctionNoticeDue, disclosureClocks, onceOnlyNoticeDue, serviceClocks } from './clocks.ts'
import { foldAll } from './fold.ts'
import { aDisclosureIntake, aMaterial, aServiceIntake, aSnapshot, day, missing } from './_testing.ts'

const caseNo = '990123-20260928-W03-0012'
const on = day('2026-09-28')

describe('clocks of a case', () => {
  it('[SRV-8] promised and statutory limit run from acceptance: ten days to 2026-10-16, twenty to 2026-10-30', () => {
    const clocks = serviceClocks(aSnapshot(), on, calendar)
    expect(clocks.promised?.due).toBe('2026-10-16')
    expect(clocks.statutory?.due).toBe('2026-10-30')
  })

  it('[SRV-8] no clock runs before acceptance, and the day of completion starts it', () => {
    const intake = aServiceIntake({ materials: [aMaterial(missing)] })
    const notice: CaseOperation = { kind: 'service.notice', data: { caseNo, on, intake, correctBy: null } }
    const supply: CaseOperation = { kind: 'service.supply', data: { on: day('2026-09-30'), materials: [aMaterial()] } }
    const waiting = foldAll('c', [notice])
    const accepted = foldAll('c', [notice, supply])
    expect(waiting === null ? null : caseClocks(waiting, calendar)).toEqual({ statutory: null, promised: null })
    expect(accepted === null ? null : caseClocks(accepted, calendar).statutory?.due).toBe('2026-11-03')
    expect(accepted === null ? null : caseClocks(accepted, calendar).promised?.due).toBe('2026-10-20')
  })

  it('[SRV-8] an item without any limit has no due date', () => {
    const item = aSnapshot({ kind: '公共服务', statutoryDays: null, promisedDays: null })
    expect(serviceClocks(item, on, calendar)).toEqual({ statutory: null, promised: null })
  })

  it('[DIS-5] the reply is due twenty working days after the receipt date', () => {
    const register: CaseOperation = { kind: 'disclosure.register', data: { caseNo, on, intake: aDisclosureIntake() } }
    const state = foldAll('c', [register])
    expect(state === null ? null : caseClocks(state, calendar).statutory?.due).toBe('2026-10-16')
    expect(disclosureClocks(day('2019-05-14'), calendar).statutory?.rules.days).toBe(15)
  })

  it('[DIS-6] the correction notice is due seven working days after receipt', () => {
    expect(correctionNoticeDue(day('2026-03-02'), calendar)).toBe('2026-03-11')
    expect(correctionNoticeDue(day('2012-03-02'), calendar)).toBeNull()
  })

  it('[SRV-9] the once-only notice is due five working days after arrival', () => {
    expect(onceOnlyNoticeDue(on, calendar)).toBe('2026-10-10')
  })

  it('[CLK-28] what a wrong clock dated before the start counts from the start, and nothing breaks over it', () => {
    const accept: CaseOperation = { kind: 'service.accept', data: { caseNo, on, intake: aServiceIntake() } }
    const before = day('2026-09-20')
    const withdraw: CaseOperation = { kind: 'service.withdraw', data: { on: before, reason: '申请人撤回' } }
    const suspend: CaseOperation = {
      kind: 'service.suspend',
      data: {
        on: before,
        reason: '现场不具备条件',
        basis: '《条例》第九条',
        resumeBy: day('2026-10-20'),
        approvedBy: '张志强',
      },
    }
    const resume: CaseOperation = { kind: 'service.resume', data: { on: day('2026-09-22'), reason: '条件具备' } }
    const clocksAfter = (...acts: readonly CaseOperation[]) => {
      const state = foldAll('c', [accept, ...acts])
      return state === null ? null : caseClocks(state, calendar)
    }
    expect(clocksAfter(withdraw)?.statutory).toMatchObject({ start: on, due: '2026-10-30' })
    expect(clocksAfter(suspend, resume)?.statutory?.due).toBe('2026-10-30')
    const register: CaseOperation = { kind: 'disclosure.register', data: { caseNo, on, intake: aDisclosureIntake() } }
    const left: CaseOperation = { kind: 'disclosure.withdraw', data: { on: day('2020-01-01'), reason: '申请人撤回' } }
    const closed = foldAll('c', [register, left])
    expect(closed === null ? null : caseClocks(closed, calendar).statutory?.due).toBe('2026-10-16')
  })
})
