import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0190 keeps what a terminal shows under whole hashes, one row for each stretch of days', () => {
  store = storeBefore(190)
  store.migrateTo(190)
  const insert = (id: string, n: number, entry = '{}') =>
    store.exec(`INSERT INTO published VALUES (${id}, ${n}, '20-07', '2026-11-02', NULL, '${entry}')`)
  insert('zeroblob(32)', 0)
  insert('zeroblob(32)', 1)
  expect(() => insert('zeroblob(32)', 1)).toThrow('UNIQUE')
  expect(() => insert('zeroblob(31)', 0)).toThrow('published_id')
  expect(() => insert('zeroblob(32)', 2, '{')).toThrow('published_entry')
  expect(tablesOf(store).get('published')).toContain('STRICT')
})

it('0190 lets a number lead to two cases, to each once, and keeps what there is', () => {
  store = storeBefore(190)
  store.exec('PRAGMA foreign_keys = OFF')
  store.exec(`INSERT INTO case_alias (case_no, case_seq) VALUES ('990123-20260928-W12-0001', 1)`)
  store.migrateTo(190)
  const rows = () => store.rows('SELECT case_no, case_seq FROM case_alias ORDER BY case_seq')
  expect(rows()).toEqual([{ case_no: '990123-20260928-W12-0001', case_seq: 1 }])
  store.exec('PRAGMA foreign_keys = OFF')
  const lead = (seq: number) =>
    store.exec(`INSERT INTO case_alias (case_no, case_seq) VALUES ('990123-20260928-W12-0001', ${seq})`)
  lead(2)
  expect(rows()).toHaveLength(2)
  expect(() => lead(2)).toThrow('UNIQUE')
})
