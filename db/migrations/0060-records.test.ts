import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

const values = (id: number, key: string | null) =>
  `x'${id.toString(16).padStart(32, '0')}', 'calendar', 'imported', ${key === null ? 'NULL' : `'${key}'`}, 't', NULL, NULL, 20000, NULL, 0, 1,
   'W03', 1, 0, 0, 'h', '{}'`
const columns = `id, kind, status, rec_key, title, organ, case_id, day, due, closed, version, device_no, pending, attention, held, haystack, state`

it('0060 adds records and touches no case', () => {
  store = storeBefore(60)
  store.exec(`INSERT INTO meta (k, v) VALUES ('incarnation', 'i')`)
  const before = tablesOf(store)
  store.migrateTo(60)
  expect(store.rows('SELECT k, v FROM meta')).toEqual([{ k: 'incarnation', v: 'i' }])
  const added = [...tablesOf(store)].filter(([name]) => !before.has(name) && !name.startsWith('record_fts'))
  expect(added.map(([name]) => name)).toEqual(['record'])
  for (const [, kind] of added) expect(kind).toContain('STRICT')
})

it('0060 takes a record once, and two with one key when two desks made them', () => {
  store = storeBefore(60)
  store.migrateTo(60)
  store.exec(`INSERT INTO record (${columns}) VALUES (${values(1, 'k')})`)
  store.exec(`INSERT INTO record (${columns}) VALUES (${values(2, 'k')})`)
  expect(() => store.exec(`INSERT INTO record (${columns}) VALUES (${values(1, null)})`)).toThrow('record.id')
  store.exec(`INSERT INTO record_fts (rowid, tokens) VALUES (1, '日 日历')`)
  expect(store.rows(`SELECT rowid FROM record_fts WHERE record_fts MATCH '"日历"'`)).toEqual([{ rowid: 1 }])
})
