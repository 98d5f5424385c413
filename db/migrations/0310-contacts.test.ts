import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0310 keeps how exchanges went', () => {
  store = storeBefore(310)
  expect(tablesOf(store).has('contact')).toBe(false)
  store.migrateTo(310)
  const insert = (times: number, sent: number) =>
    store.exec(`INSERT INTO contact VALUES (null, 1, 2, ${String(times)}, ${String(sent)}, 0, null)`)
  insert(1, 0)
  insert(1, 0)
  expect(() => insert(0, 0)).toThrow('contact_times')
  expect(() => insert(1, -1)).toThrow('contact_sent')
})
