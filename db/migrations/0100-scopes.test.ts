import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

const hash = (n: number) => `x'${n.toString(16).padStart(64, '0')}'`
const id = (n: number) => `x'${n.toString(16).padStart(32, '0')}'`
const columns = 'n, op, origin, seq, entity, kind, hash, hlc, cseq, verdict, committed_at, canon'

it('0100 leaves every operation as it is, whole, and says what may stand in the new tables', () => {
  store = storeBefore(100)
  store.exec(`INSERT INTO origin (n, device, inc) VALUES (1, ${id(1)}, ${id(2)})`)
  const row = `1, ${id(3)}, 1, 1, 'e', 'case.note', ${hash(1)}, 'h', 5, 'applied', 9, '{}'`
  store.exec(`INSERT INTO operation (${columns}) VALUES (${row})`)
  const before = store.rows(`SELECT ${columns} FROM operation`)
  store.migrateTo(100)
  expect(store.rows(`SELECT ${columns} FROM operation`)).toEqual(before)
  expect(store.rows('SELECT redacted FROM operation')).toEqual([{ redacted: 0 }])
  const refused: readonly (readonly [string, string])[] = [
    ['operation_redacted', 'UPDATE operation SET redacted = 2'],
    ['head_run_forward', `INSERT INTO head_run VALUES ('990123', 5, 4, ${hash(1)})`],
    ['head_run_head_bytes', `INSERT INTO head_run VALUES ('990123', 4, 5, ${id(1)})`],
    ['base_state_type', `INSERT INTO base_state VALUES ('e', 'reference', 1, 'W01', 1, '{}')`],
    ['put_away_hash_bytes', `INSERT INTO put_away VALUES (1, 1, 1, ${id(1)}, 'applied')`],
    ['FOREIGN KEY', `INSERT INTO put_away VALUES (7, 1, 1, ${hash(1)}, 'applied')`],
  ]
  for (const [why, sql] of refused) expect(() => store.exec(sql)).toThrow(why)
  for (const name of ['head_run', 'base_state', 'put_away']) {
    expect(tablesOf(store).get(name)).toBe('STRICT, WITHOUT ROWID')
  }
})
