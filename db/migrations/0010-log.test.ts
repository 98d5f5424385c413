import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

const hash = `zeroblob(32)`
const op = (n: number) => `x'${n.toString(16).padStart(32, '0')}'`

it('0010 makes the log in an empty file', () => {
  store = storeBefore(10)
  expect(store.rows('SELECT name FROM sqlite_schema')).toEqual([])
  store.migrateTo(10)
  expect([...tablesOf(store).keys()].sort()).toEqual(['cursor', 'meta', 'operation', 'origin', 'quarantine'])
  for (const kind of tablesOf(store).values()) expect(kind).toContain('STRICT')
  expect(store.rows('PRAGMA user_version')).toEqual([{ user_version: 10 }])
})

it('0010 keeps a chain one operation wide and every operation whole', () => {
  store = storeBefore(10)
  store.migrateTo(10)
  store.exec(`INSERT INTO origin (n, device, inc) VALUES (1, ${op(1)}, ${op(2)})`)
  const insert = (columns: string) =>
    `INSERT INTO operation (op, origin, seq, entity, kind, hash, hlc, status, cseq, verdict, canon) VALUES (${columns})`
  store.exec(insert(`${op(3)}, 1, 1, 'e', 'k', ${hash}, 'h', 'pending', NULL, NULL, '{}'`))
  const refused: readonly (readonly [string, string])[] = [
    ['operation_chain|origin, operation.seq', `${op(4)}, 1, 1, 'e', 'k', ${hash}, 'h', 'pending', NULL, NULL, '{}'`],
    ['operation.op', `${op(3)}, 1, 2, 'e', 'k', ${hash}, 'h', 'pending', NULL, NULL, '{}'`],
    ['operation_status', `${op(4)}, 1, 2, 'e', 'k', ${hash}, 'h', 'done', NULL, NULL, '{}'`],
    ['operation_verdict_with_cseq', `${op(4)}, 1, 2, 'e', 'k', ${hash}, 'h', 'committed', 7, NULL, '{}'`],
    ['operation_pulled_is_committed', `${op(4)}, 1, 2, 'e', 'k', ${hash}, 'h', NULL, NULL, NULL, '{}'`],
    ['operation_hash_bytes', `${op(4)}, 1, 2, 'e', 'k', zeroblob(31), 'h', 'pending', NULL, NULL, '{}'`],
    ['operation_seq_positive', `${op(4)}, 1, 0, 'e', 'k', ${hash}, 'h', 'pending', NULL, NULL, '{}'`],
    ['FOREIGN KEY', `${op(4)}, 9, 1, 'e', 'k', ${hash}, 'h', 'pending', NULL, NULL, '{}'`],
    ['cannot store TEXT', `${op(4)}, 1, 'two', 'e', 'k', ${hash}, 'h', 'pending', NULL, NULL, '{}'`],
  ]
  for (const [why, columns] of refused) expect(() => store.exec(insert(columns))).toThrow(new RegExp(why))
  expect(store.rows('SELECT seq FROM operation')).toEqual([{ seq: 1 }])
})
