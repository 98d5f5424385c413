import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0290 keeps the views of a person under names of their own', () => {
  store = storeBefore(290)
  expect(tablesOf(store).has('list_view')).toBe(false)
  store.migrateTo(290)
  const insert = (staff: string, name: string, content = '{}') =>
    store.exec(`INSERT INTO list_view VALUES (randomblob(16), '${staff}', '${name}', '${content}')`)
  insert('S01', '超期')
  insert('S02', '超期')
  expect(() => insert('S01', '超期')).toThrow('UNIQUE')
  expect(() => insert('S01', '')).toThrow('list_view_named')
  expect(() => insert('S01', '今日', 'all')).toThrow('list_view_content')
})
