import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0110 keeps a number that leads to another case once, and not without that case', () => {
  store = storeBefore(110)
  store.migrateTo(110)
  expect(() => {
    store.exec(`INSERT INTO case_alias (case_no, case_seq) VALUES ('990123-20260928-W12-0001', 1)`)
  }).toThrow('FOREIGN KEY')
  expect(store.rows('SELECT count(*) AS n FROM case_alias')).toEqual([{ n: 0 }])
  expect(tablesOf(store).get('case_alias')).toContain('STRICT')
})
