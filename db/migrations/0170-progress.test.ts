import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0170 keeps what a terminal is told under whole hashes alone', () => {
  store = storeBefore(170)
  store.migrateTo(170)
  const insert = (id: string) =>
    store.exec(`INSERT INTO progress VALUES (${id}, 'service', 'in_hand', '2026-09-28', NULL, NULL)`)
  insert('zeroblob(32)')
  expect(() => insert('zeroblob(32)')).toThrow('UNIQUE')
  expect(() => insert('zeroblob(31)')).toThrow('progress_id')
  expect(() => store.exec('INSERT INTO progress_hash VALUES (zeroblob(16), zeroblob(32))')).toThrow(
    'progress_hash_length',
  )
  expect(tablesOf(store).get('progress')).toContain('STRICT')
})
