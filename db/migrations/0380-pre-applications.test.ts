import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0380 keeps each application once under a whole hash', () => {
  store = storeBefore(380)
  expect(tablesOf(store).has('pre_application')).toBe(false)
  store.migrateTo(380)
  const insert = (id: string, application = '{}') =>
    store.exec(`INSERT INTO pre_application VALUES (${id}, 'pre|a1', '${application}', 1)`)
  insert('zeroblob(32)')
  expect(() => insert('zeroblob(32)')).toThrow('UNIQUE')
  expect(() => insert('zeroblob(31)')).toThrow('pre_application_id')
  expect(() => insert('randomblob(32)', '{')).toThrow('pre_application_json')
  expect(tablesOf(store).get('pre_application')).toContain('STRICT')
})
