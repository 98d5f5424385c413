import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0270 keeps of an export who made it, when, of what and how much', () => {
  store = storeBefore(270)
  expect(tablesOf(store).has('list_export')).toBe(false)
  store.migrateTo(270)
  const insert = (filter: string, rows: number) =>
    store.exec(`INSERT INTO list_export VALUES (randomblob(16), 'S01', '王芳', 1, '${filter}', ${rows})`)
  insert('{}', 0)
  expect(() => insert('everything', 1)).toThrow('list_export_filter')
  expect(() => insert('{}', -1)).toThrow('list_export_rows')
  expect(store.rows('SELECT staff_name, row_count FROM list_export')).toEqual([{ staff_name: '王芳', row_count: 0 }])
})
