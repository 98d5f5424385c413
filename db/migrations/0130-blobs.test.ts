import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

const hash = (n: number) => `x'${n.toString(16).padStart(64, '0')}'`
const id = (n: number) => `x'${n.toString(16).padStart(32, '0')}'`

it('0130 keeps what is known of files and of the matters they are in, and no file twice', () => {
  store = storeBefore(130)
  store.migrateTo(130)
  store.exec(`INSERT INTO blob (id, size, added_at) VALUES (${hash(1)}, 7, 5)`)
  store.exec(`INSERT INTO blob_use (blob, case_id) VALUES (${hash(1)}, ${id(1)}), (${hash(1)}, ${id(2)})`)
  expect(store.rows('SELECT size, sent_epoch, refused, added_at FROM blob')).toEqual([
    { size: 7, sent_epoch: null, refused: null, added_at: 5 },
  ])
  expect(store.rows('SELECT told FROM blob_use')).toEqual([{ told: 0 }, { told: 0 }])
  const refused: readonly (readonly [string, string])[] = [
    ['blob_id_bytes', `INSERT INTO blob (id, size, added_at) VALUES (${id(2)}, 7, 5)`],
    ['blob_size_positive', `INSERT INTO blob (id, size, added_at) VALUES (${hash(2)}, 0, 5)`],
    ['UNIQUE', `INSERT INTO blob (id, size, added_at) VALUES (${hash(1)}, 7, 5)`],
    ['FOREIGN KEY', `INSERT INTO blob_use (blob, case_id) VALUES (${hash(3)}, ${id(1)})`],
    ['UNIQUE', `INSERT INTO blob_use (blob, case_id) VALUES (${hash(1)}, ${id(1)})`],
  ]
  for (const [why, sql] of refused) expect(() => store.exec(sql)).toThrow(why)
  for (const name of ['blob', 'blob_use']) expect(tablesOf(store).get(name)).toContain('STRICT')
})
