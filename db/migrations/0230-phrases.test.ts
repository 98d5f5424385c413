import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0230 keeps a phrase for one person or for one organ', () => {
  store = storeBefore(230)
  store.migrateTo(230)
  const insert = (staff: string, organ: string) =>
    store.exec(`INSERT INTO phrase VALUES (randomblob(16), ${staff}, ${organ}, '材料齐全', 1)`)
  insert(`'S01'`, 'NULL')
  insert('NULL', `'县卫生健康局'`)
  expect(() => insert('NULL', 'NULL')).toThrow('phrase_owner')
  expect(() => insert(`'S01'`, `'县卫生健康局'`)).toThrow('phrase_owner')
  expect(tablesOf(store).get('phrase')).toContain('STRICT')
})
