import { describe, expect, it } from 'vitest'
import { calendar, day } from '../../register/_testing.ts'
import { findWorkflowProblems } from '../../workflow/validate-workflow.ts'
import { proactiveFigures } from '../publication/proactive-facts.ts'
import { recordModuleOf } from '../modules.ts'
import { aPower, aResult, addPower, registerOn, stored } from './_testing.ts'
import { countChanges } from './count-changes.ts'
import { enforcementDecisions } from './enforcement-owed.ts'
import { type RegisterAct, type RegisterEntry, versionOn } from './register-record.ts'
import { registerWorkflow } from './workflow.ts'

const desk = registerOn('2026-11-02')
const change = (
  from: string,
  kind: 'modified' | 'merged' | 'delegated' = 'modified',
  name = '取水许可（变更）',
): RegisterAct => ({
  kind: 'register.change',
  values: aPower({ name }),
  from: day(from),
  change: kind,
  reason: '机构改革',
})
const withdraw = (from: string, kind: 'cancelled' | 'expired' | 'error' = 'cancelled'): RegisterAct => ({
  kind: 'register.withdraw',
  from: day(from),
  change: kind,
  reason: '国务院取消',
  into: null,
})
const published = (over: Parameters<typeof aResult>[0] = {}) =>
  addPower({ register: 'enforcement_results', values: aResult(over), from: day('2026-11-02') })

describe('an entry of a register', () => {
  it('[REG-5] has a procedure without dead ends', () => {
    expect(findWorkflowProblems(registerWorkflow)).toEqual([])
  })

  it('[REG-1] holds what its register demands and nothing else; every fault is named', () => {
    const wrong = addPower({ values: { name: '', kind: 'permit', organ: '县水务局', days: 3, code: 7 } })
    expect(desk.refused(null, wrong).fields).toEqual([
      { field: 'values.code', code: 'not_applicable' },
      { field: 'values.name', code: 'required' },
      { field: 'values.kind', code: 'value_unknown' },
      { field: 'values.days', code: 'not_applicable' },
    ])
    expect(desk.refused(null, addPower({ code: ' ' })).fields).toEqual([{ field: 'code', code: 'required' }])
    expect(desk.refused(null, published({ fineFen: 0.5, decidedOn: '2026-02-30' })).fields).toEqual([
      { field: 'values.fineFen', code: 'number_invalid' },
      { field: 'values.decidedOn', code: 'date_invalid' },
    ])
  })

  it('[REG-5] is a chain of versions, each in force from its day until the next', () => {
    const entry = desk.done(null, addPower(), change('2026-06-01'), withdraw('2026-09-01'))
    expect(versionOn(entry, day('2025-12-31'))).toBeNull()
    expect(versionOn(entry, day('2026-01-01'))).toMatchObject({ n: 1, values: { name: '取水许可' } })
    expect(versionOn(entry, day('2026-05-31'))?.n).toBe(1)
    expect(versionOn(entry, day('2026-06-01'))).toMatchObject({ n: 2, change: 'modified', reason: '机构改革' })
    expect(versionOn(entry, day('2026-08-31'))?.n).toBe(2)
    expect(versionOn(entry, day('2026-09-01'))).toBeNull()
    const again = desk.done(entry, {
      kind: 'register.restore',
      values: aPower(),
      from: day('2026-10-01'),
      reason: '恢复',
    })
    expect([again.status, versionOn(again, day('2026-09-15')), versionOn(again, day('2026-10-01'))?.n]).toEqual([
      'active',
      null,
      3,
    ])
  })

  it('[REG-5] no version is from before the one it follows', () => {
    const entry = desk.done(null, addPower(), change('2026-06-01'))
    const early = { code: 'effective_before_previous', params: { from: '2026-05-31', previous: '2026-06-01' } }
    expect(desk.refused(entry, change('2026-05-31'))).toMatchObject(early)
    expect(desk.refused(entry, withdraw('2026-05-31'))).toMatchObject(early)
    expect(desk.done(entry, change('2026-06-01')).versions).toHaveLength(3)
    const out = desk.done(entry, withdraw('2026-09-01'))
    const back = { kind: 'register.restore', values: aPower(), from: day('2026-08-31'), reason: null } as const
    expect(desk.refused(out, back).code).toBe('effective_before_previous')
    expect(desk.refused(out, change('2026-10-01')).code).toBe('not_allowed_in_state')
  })

  it('[REG-5] is known by register and code', () => {
    expect(recordModuleOf('register').head(desk.done(null, addPower()), calendar)).toMatchObject({
      key: 'power_list:990123-A-001',
      title: '取水许可',
      organ: '青岚县水务局',
      date: '2026-01-01',
      due: null,
      closed: false,
      words: ['990123-A-001', '取水许可', '青岚县水务局'],
    })
  })

  it('[REG-4] is refused while a natural person can be recognised in it', () => {
    const open = published({ partyKind: 'person', party: '孙建国' })
    expect(desk.refused(null, open)).toMatchObject({
      code: 'personal_data_unmasked',
      article: 'penaltyPublication:6',
      params: { field: 'party', kind: 'name' },
    })
    expect(desk.done(null, published({ partyKind: 'person', party: '孙＊国' })).status).toBe('active')
  })
})

describe('enforcement results', () => {
  const dueOf = (entry: RegisterEntry) => recordModuleOf('register').head(entry, calendar).due

  it('[REG-9] are owed within twenty working days, and penalties are taken down after their period', () => {
    expect(dueOf(desk.done(null, published()))).toBe('2026-11-30')
    expect(dueOf(desk.done(null, published({ publishedOn: '2026-11-05' })))).toBe('2027-02-06')
    expect(dueOf(desk.done(null, published({ publishedOn: '2026-11-05', penaltyClass: 'other' })))).toBe('2029-11-06')
    expect(dueOf(desk.done(null, published({ publishedOn: '2026-11-05', penaltyClass: null })))).toBe('2029-11-06')
    expect(
      dueOf(desk.done(null, published({ kind: 'licence', publishedOn: '2026-11-05', penaltyClass: null }))),
    ).toBeNull()
    expect(dueOf(desk.done(null, published(), withdraw('2027-02-06', 'expired')))).toBeNull()
  })

  it('[REG-9] a warning alone is not published, nor a result before its decision', () => {
    expect(desk.refused(null, published({ penaltyClass: 'warning_only' })).fields).toEqual([
      { field: 'values.penaltyClass', code: 'not_applicable' },
    ])
    expect(desk.refused(null, published({ publishedOn: '2026-11-01' })).fields).toEqual([
      { field: 'values.publishedOn', code: 'date_order' },
    ])
  })

  it('[REG-10] are counted in section 二 by the year of the decision, whether still published or not, mistakes left out', () => {
    const entries = [
      desk.done(null, published()),
      desk.done(null, published({ decidedOn: '2025-12-31', publishedOn: '2026-01-04' })),
      desk.done(null, published({ kind: 'licence', penaltyClass: null })),
      desk.done(null, published({ kind: 'inspection', penaltyClass: null })),
      desk.done(null, published(), withdraw('2027-02-06', 'expired')),
      desk.done(null, published(), withdraw('2026-11-02', 'error')),
      desk.done(null, addPower()),
    ]
    const figures = proactiveFigures({ documents: null, decisions: enforcementDecisions(entries), charges: null }, 2026)
    expect(figures).toMatchObject({ licences: 1, penalties: 2, compulsion: 0 })
  })
})

describe('changes of a register', () => {
  it('[REG-6] the figures of Jinzhou 2016: 取消 33, 下放 5, 整合 274, 新增 21, 修改 32 are 365 adjustments', () => {
    const jinzhou = (count: number, n: number, ...acts: readonly RegisterAct[]) =>
      Array.from({ length: count }, (_, at) => {
        const values = aPower({ code: `JZ-${String(n)}-${String(at)}` })
        return stored(desk.done(null, addPower({ values, from: day('2015-06-30') }), ...acts))
      })
    const entries = [
      ...jinzhou(33, 1, withdraw('2016-03-01')),
      ...jinzhou(5, 2, change('2016-03-01', 'delegated')),
      ...jinzhou(274, 3, change('2016-07-01', 'merged')),
      ...Array.from({ length: 21 }, (_, at) =>
        stored(
          desk.done(
            null,
            addPower({ values: aPower({ code: `JZ-4-${String(at)}` }), from: day('2016-12-31'), change: 'added' }),
          ),
        ),
      ),
      ...jinzhou(32, 5, change('2016-01-01')),
      ...jinzhou(7, 6, change('2017-01-01')),
      ...jinzhou(100, 7),
    ]
    expect(countChanges(entries, day('2016-01-01'), day('2016-12-31'))).toEqual({
      initial: 0,
      added: 21,
      modified: 32,
      merged: 274,
      delegated: 5,
      cancelled: 33,
      expired: 0,
      error: 0,
      adjusted: 365,
    })
    expect(countChanges(entries, day('2015-01-01'), day('2015-12-31'))).toMatchObject({ initial: 451, adjusted: 0 })
  })

  it('[REG-6] what was taken out because its time was over or by mistake is no adjustment', () => {
    const entries = [
      desk.done(null, published(), withdraw('2027-02-06', 'expired')),
      desk.done(null, published(), withdraw('2027-02-06', 'error')),
    ]
    expect(countChanges(entries, day('2027-01-01'), day('2027-12-31'))).toMatchObject({
      expired: 1,
      error: 1,
      adjusted: 0,
    })
  })
})
