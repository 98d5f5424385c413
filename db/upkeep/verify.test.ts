import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDisclosureIntake, aMaterial, aServiceIntake, missing } from '../../domain/case/_testing.ts'
import { type Desk, aDevice, openDesk } from '../_testing.ts'
import { aHistory } from '../sync/_testing.ts'

let desk: Desk
beforeEach(() => {
  desk = openDesk()
  const { id } = desk.open({
    kind: 'service.notice',
    intake: aServiceIntake({ materials: [aMaterial(missing)] }),
    correctBy: null,
  })
  desk.act(id, { kind: 'service.supply', materials: [aMaterial()] })
  desk.open({ kind: 'disclosure.register', intake: aDisclosureIntake() })
  const other = openDesk({ device: aDevice({ deviceNo: 'W04', device: '0199f000-0000-7000-8000-000000000004' }) })
  other.open({ kind: 'service.accept', intake: aServiceIntake() })
  other.open({ kind: 'service.accept', intake: aServiceIntake() })
  const history = aHistory()
  history.push(other.store)
  history.push(desk.store, 1)
  history.pull(desk.store)
  other.remove()
})
afterEach(() => {
  desk.remove()
})

describe('verify', () => {
  it('finds nothing wrong with a store that was only used', () => {
    desk.store.idle()
    desk.store.optimize()
    expect(desk.store.verify()).toEqual({ ok: true, operations: 5, cases: 4, problems: [] })
  })

  it.each([
    [
      'hash_mismatch',
      `UPDATE operation SET canon = replace(canon, '周文静', '周文净') WHERE seq = 1 AND status IS NULL`,
    ],
    ['hash_mismatch', `UPDATE operation SET hash = zeroblob(32) WHERE seq = 2 AND status IS NOT NULL`],
    ['seq_gap', `DELETE FROM operation WHERE seq = 2 AND status IS NOT NULL`],
    ['canon_mismatch', `UPDATE operation SET entity = 'x' || entity WHERE seq = 3`],
    ['canon_mismatch', `UPDATE operation SET kind = 'letter.print' WHERE seq = 3`],
    ['history_gap', `UPDATE cursor SET cseq = cseq + 1`],
    ['history_gap', `DELETE FROM operation WHERE status IS NULL AND seq = 1`],
    ['state_mismatch', `UPDATE case_state SET state = replace(state, '周文静', '周文净')`],
    ['state_mismatch', `UPDATE cases SET urgent = urgent + 1 WHERE seq = 1`],
    ['state_mismatch', `UPDATE cases SET pending = pending + 1 WHERE seq = 2`],
    ['state_mismatch', `DELETE FROM cases WHERE seq = 3`],
    ['state_mismatch', `UPDATE operation SET canon = '{"data":1}' WHERE seq = 3`],
    ['state_mismatch', `UPDATE case_state SET state = '{' WHERE seq = 1`],
    ['history_mismatch', `UPDATE operation SET verdict = 'rejected' WHERE cseq = 2`],
    ['case_without_log', `UPDATE operation SET verdict = 'rejected' WHERE cseq = 2`],
    ['case_without_log', `DELETE FROM operation WHERE seq = 3`],
    ['number_twice', `UPDATE cases SET twin = 1 WHERE seq = 2`],
    ['counter_behind', `UPDATE case_counter SET last = last - 1 WHERE device_no = 'W03'`],
    ['search_broken', `DELETE FROM case_fts WHERE rowid = 2`],
    ['search_broken', `INSERT INTO case_fts (rowid, tokens) VALUES (99, '王')`],
    ['search_broken', `INSERT OR REPLACE INTO case_fts (rowid, tokens) VALUES (2, '王')`],
    ['reference_broken', `PRAGMA foreign_keys = OFF; INSERT INTO case_state (seq, state) VALUES (77, '{}')`],
  ])('names %s after: %s', (code, sql) => {
    desk.tamper((exec) => {
      exec(sql)
    })
    const report = desk.store.verify()
    expect(report.ok).toBe(false)
    const problem = report.problems.find((found) => found.code === code)
    expect(problem, JSON.stringify(report.problems)).toBeDefined()
    expect(problem?.row).not.toBe('')
    expect(JSON.stringify(report)).not.toContain('周文')
  })

  it('names the first bad row of a kind and counts the others', () => {
    desk.tamper((exec) => {
      exec(`UPDATE cases SET version = version + 1`)
    })
    const [problem] = desk.store.verify().problems
    expect(problem).toMatchObject({ code: 'state_mismatch', detail: 'column version', rows: 4 })
  })
})
