import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0030 adds the reference tables and touches no case', () => {
  store = storeBefore(30)
  store.exec(`INSERT INTO case_counter VALUES ('990123', 'W03', '20261123', 12)`)
  const before = tablesOf(store)
  store.migrateTo(30)
  expect(store.rows('SELECT last FROM case_counter')).toEqual([{ last: 12 }])
  const added = [...tablesOf(store)].filter(([name]) => !before.has(name))
  expect(added.map(([name]) => name).sort()).toEqual(['center', 'item', 'item_use', 'staff', 'window'])
  for (const [, kind] of added) expect(kind).toContain('STRICT')
})

it('0030 lets a login change hands', () => {
  store = storeBefore(30)
  store.migrateTo(30)
  store.exec(`INSERT INTO staff VALUES ('S1', 'wang', '{}'), ('S2', 'wang', '{}')`)
  expect(() => store.exec(`INSERT INTO staff VALUES ('S1', 'li', '{}')`)).toThrow('staff.id')
  expect(() => store.exec(`INSERT INTO item VALUES ('T1', 2, '{}')`)).toThrow('item_withdrawn')
})
