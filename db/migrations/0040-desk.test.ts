import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0040 adds drafts and sign-ins and touches no reference data', () => {
  store = storeBefore(40)
  store.exec(`INSERT INTO center VALUES ('990123', '{}')`)
  const before = tablesOf(store)
  store.migrateTo(40)
  expect(store.rows('SELECT code FROM center')).toEqual([{ code: '990123' }])
  const added = [...tablesOf(store)].filter(([name]) => !before.has(name))
  expect(added.map(([name]) => name).sort()).toEqual(['draft', 'sign_in'])
  for (const [, kind] of added) expect(kind).toContain('STRICT')
  expect(() => store.exec(`INSERT INTO draft VALUES (zeroblob(15), 'S1', 'service', 't', 1, '{}')`)).toThrow(
    'draft_id_bytes',
  )
})
