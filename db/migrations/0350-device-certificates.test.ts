import { afterEach, expect, it } from 'vitest'
import { type OldStore, storeBefore, tablesOf } from './_testing.ts'

let store: OldStore
afterEach(() => {
  store.remove()
})

it('0350 keeps one certificate a device', () => {
  store = storeBefore(350)
  expect(tablesOf(store).has('device_certificate')).toBe(false)
  store.migrateTo(350)
  const insert = (device: string) => store.exec(`INSERT INTO device_certificate VALUES (x'${device}', 'c')`)
  insert('00'.repeat(16))
  expect(() => insert('00'.repeat(16))).toThrow('UNIQUE')
  expect(() => insert('00')).toThrow('device_certificate_bytes')
})
