import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0280 keeps one choice of columns for each person', () => {
  store = storeBefore(280)
  expect(tablesOf(store).has('list_columns')).toBe(false)
  store.migrateTo(280)
  const insert = (staff: string, columns: string) =>
    store.exec(`INSERT INTO list_columns VALUES ('${staff}', '${columns}')`)
  insert('S01', '["title"]')
  insert('S02', '["title"]')
  expect(() => insert('S01', '[]')).toThrow('UNIQUE')
  expect(() => insert('S03', 'title')).toThrow('list_columns_json')
})
