import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0340 keeps what a terminal shows and finds the newest of it by an index', () => {
  store = storeBefore(340)
  store.exec(`INSERT INTO published VALUES (zeroblob(32), 0, '20-07', '2026-11-02', NULL, '{}')`)
  store.migrateTo(340)
  expect(store.rows('SELECT place FROM published')).toEqual([{ place: '20-07' }])
  const plan = store.rows('EXPLAIN QUERY PLAN SELECT entry FROM published ORDER BY shown_from DESC LIMIT 5')
  expect(JSON.stringify(plan)).toContain('USING INDEX published_newest')
})
