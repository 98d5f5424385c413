import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0120 keeps blocks of numbers, none twice and none used beyond its end', () => {
  store = storeBefore(120)
  store.migrateTo(120)
  const insert = (from: number, to: number, next: number) =>
    store.exec(`INSERT INTO number_block VALUES ('990123', '公复', 2026, ${from}, ${to}, ${next}, '2026-12-31')`)
  insert(1, 20, 1)
  insert(21, 40, 41)
  expect(store.rows('SELECT from_n, next_n FROM number_block')).toEqual([
    { from_n: 1, next_n: 1 },
    { from_n: 21, next_n: 41 },
  ])
  expect(() => insert(1, 20, 1)).toThrow('UNIQUE')
  expect(() => insert(0, 20, 1)).toThrow('number_block_from')
  expect(() => insert(50, 49, 50)).toThrow('number_block_to')
  expect(() => insert(60, 69, 71)).toThrow('number_block_next')
  expect(tablesOf(store).get('number_block')).toContain('STRICT')
})
