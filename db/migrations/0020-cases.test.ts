import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

const columns = `id, case_no, twin, kind, status, title, organ, applicant, device_no, arrived, provisional, urgent, version, pending,
  attention, held, haystack`
const values = (id: number, caseNo: string, twin = 0) =>
  `x'${id.toString(16).padStart(32, '0')}', '${caseNo}', ${twin}, 'service', 'accepted', 't', 'o', 'a', 'W03', 20000, 0, 20010, 1, 1, 0, 0, 'h'`

it('0020 adds the cases and touches nothing of the log', () => {
  store = storeBefore(20)
  store.exec(`INSERT INTO meta (k, v) VALUES ('incarnation', 'i')`)
  store.exec(`INSERT INTO origin (n, device, inc) VALUES (7, zeroblob(16), zeroblob(16))`)
  const before = tablesOf(store)
  store.migrateTo(20)
  expect(store.rows('SELECT k, v FROM meta')).toEqual([{ k: 'incarnation', v: 'i' }])
  expect(store.rows('SELECT n FROM origin')).toEqual([{ n: 7 }])
  const added = [...tablesOf(store)].filter(([name]) => !before.has(name) && !name.startsWith('case_fts'))
  expect(added.map(([name]) => name).sort()).toEqual(['case_counter', 'case_state', 'cases', 'material'])
  for (const [, kind] of added) expect(kind).toContain('STRICT')
})

it('0020 lets a number stand twice only as a twin, and takes the parts of a case away with it', () => {
  store = storeBefore(20)
  store.migrateTo(20)
  store.exec(`INSERT INTO cases (${columns}) VALUES (${values(1, 'n1')})`)
  expect(() => store.exec(`INSERT INTO cases (${columns}) VALUES (${values(2, 'n1')})`)).toThrow('case_no')
  expect(() => store.exec(`INSERT INTO cases (${columns}) VALUES (${values(1, 'n2')})`)).toThrow('cases.id')
  store.exec(`INSERT INTO cases (${columns}) VALUES (${values(2, 'n1', 1)})`)
  store.exec(`INSERT INTO case_state (seq, state) VALUES (1, '{}')`)
  store.exec(`INSERT INTO material VALUES (1, 1, 'm', 'copy', 1, 0, 1, 1, 'collected', NULL)`)
  expect(() => store.exec(`INSERT INTO material VALUES (9, 1, 'm', 'copy', 1, 0, 1, 1, 'collected', NULL)`)).toThrow(
    'FOREIGN KEY',
  )
  store.exec('DELETE FROM cases WHERE seq = 1')
  expect(store.rows('SELECT * FROM case_state')).toEqual([])
  expect(store.rows('SELECT * FROM material')).toEqual([])
})

it('0020 makes a search index that takes tokens beyond the first plane of Unicode whole', () => {
  store = storeBefore(20)
  store.migrateTo(20)
  store.exec(`INSERT INTO case_fts (rowid, tokens) VALUES (1, '王 王𬍤 tx20bb7'), (2, '王')`)
  const found = (token: string) =>
    store.rows(`SELECT rowid FROM case_fts WHERE case_fts MATCH '"${token}"' ORDER BY rowid DESC`)
  expect(found('王')).toEqual([{ rowid: 2 }, { rowid: 1 }])
  expect(found('王𬍤')).toEqual([{ rowid: 1 }])
  expect(found('tx20bb7')).toEqual([{ rowid: 1 }])
  store.exec(`INSERT OR REPLACE INTO case_fts (rowid, tokens) VALUES (1, '李')`)
  expect(found('王')).toEqual([{ rowid: 2 }])
  store.exec('DELETE FROM case_fts WHERE rowid = 2')
  expect(found('王')).toEqual([])
})
