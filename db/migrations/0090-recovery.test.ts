import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

const op = (n: number) => `x'${n.toString(16).padStart(32, '0')}'`
const columns = 'op, origin, seq, entity, kind, hash, hlc, status, cseq, verdict, former_cseq, former_verdict, canon'
const insert = (n: number, seq: number, rest: string) =>
  `INSERT INTO operation (${columns}) VALUES (${op(n)}, 1, ${seq}, 'e', 'k', zeroblob(32), 'h', ${rest}, '{}')`

it('0090 keeps every operation as it was, under its number', () => {
  store = storeBefore(90)
  store.exec(`INSERT INTO origin (n, device, inc) VALUES (1, ${op(1)}, ${op(2)})`)
  const old = 'n, op, origin, seq, entity, kind, hash, hlc, status, cseq, verdict, reason, committed_at, held, canon'
  store.exec(`INSERT INTO operation (${old}) VALUES
    (7, ${op(3)}, 1, 1, 'e', 'k', zeroblob(32), 'h', 'committed', 4, 'conflict', 'stale', 5, NULL, '{"a":1}'),
    (9, ${op(4)}, 1, 2, 'e', 'k', zeroblob(32), 'h', NULL, 6, 'applied', NULL, 8, 'unknown_kind', '{"b":2}'),
    (12, ${op(5)}, 1, 3, 'e', 'k', zeroblob(32), 'h', 'sent', NULL, NULL, NULL, NULL, NULL, '{"c":3}')`)
  const before = store.rows(`SELECT ${old} FROM operation ORDER BY n`)
  store.migrateTo(90)
  expect(store.rows(`SELECT ${old} FROM operation ORDER BY n`)).toEqual(before)
  expect(store.rows('SELECT base_inc, base_seq, base_hash, base_open FROM origin')).toEqual([
    { base_inc: null, base_seq: null, base_hash: null, base_open: 0 },
  ])
  expect(store.rows('PRAGMA foreign_key_check')).toEqual([])
  const made = ['operation', 'superseded_operation', 'chain_signature', 'former_quarantine']
  for (const name of made) expect(tablesOf(store).get(name)).toContain('STRICT')
})

it('0090 takes one id in two chains, and an operation that lost its number, but no half of a word of the server', () => {
  store = storeBefore(90)
  store.exec(`INSERT INTO origin (n, device, inc) VALUES (1, ${op(1)}, ${op(2)})`)
  store.migrateTo(90)
  store.exec(insert(3, 1, `NULL, 1, 'applied', NULL, NULL`))
  store.exec(insert(3, 2, `'committed', 2, 'rejected', NULL, NULL`))
  store.exec(insert(4, 3, `NULL, NULL, NULL, 3, 'applied'`))
  const refused: readonly (readonly [string, string])[] = [
    ['operation.origin, operation.seq', insert(5, 3, `'pending', NULL, NULL, NULL, NULL`)],
    ['operation_pulled_was_committed', insert(5, 4, 'NULL, NULL, NULL, NULL, NULL')],
    ['operation_former_verdict_with_cseq', insert(5, 4, `'pending', NULL, NULL, 3, NULL`)],
    ['operation_committed_now_or_before', insert(5, 4, `'committed', 4, 'applied', 3, 'applied'`)],
    ['operation_verdict_with_cseq', insert(5, 4, `'committed', 4, NULL, NULL, NULL`)],
  ]
  for (const [why, sql] of refused) expect(() => store.exec(sql)).toThrow(why)
})

it('0090 asks for attention to what was not applied, and not to a merged one or a duplicate', () => {
  store = storeBefore(90)
  store.exec(`INSERT INTO origin (n, device, inc) VALUES (1, ${op(1)}, ${op(2)})`)
  store.migrateTo(90)
  const add = (seq: number, verdict: string, reason: string) => {
    store.exec(insert(seq, seq, `'committed', ${seq}, '${verdict}', NULL, NULL`))
    store.exec(`UPDATE operation SET reason = ${reason} WHERE seq = ${seq}`)
  }
  add(1, 'applied', 'NULL')
  add(2, 'merged', 'NULL')
  add(3, 'rejected', `'duplicate_operation'`)
  add(4, 'rejected', `'case_no_taken'`)
  add(5, 'conflict', 'NULL')
  expect(
    store.rows(`SELECT seq FROM operation INDEXED BY operation_attention
      WHERE verdict NOT IN ('applied', 'merged') AND status IS NOT NULL AND (reason IS NULL OR reason <> 'duplicate_operation')`),
  ).toEqual([{ seq: 4 }, { seq: 5 }])
})
