import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0300 keeps a paper once in a draft, with what the case will know of it', () => {
  store = storeBefore(300)
  expect(tablesOf(store).has('draft_file')).toBe(false)
  store.migrateTo(300)
  const insert = (draft: number, { blob = 1, size = 1, name = '身份证.jpg' } = {}) =>
    store.exec(
      `INSERT INTO draft_file VALUES (x'${hex(draft, 16)}', x'${hex(blob, 32)}', ${String(size)}, 'jpeg', '${name}', 'material', null, 1)`,
    )
  insert(1)
  insert(2)
  insert(1, { blob: 2 })
  expect(() => insert(1)).toThrow('UNIQUE')
  expect(() => insert(3, { size: 0 })).toThrow('draft_file_size_positive')
  expect(() => insert(3, { name: '' })).toThrow('draft_file_named')
})

const hex = (n: number, bytes: number): string => n.toString(16).padStart(bytes * 2, '0')
