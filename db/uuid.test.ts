import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bytesToHex, bytesToUuid, hexToBytes, isUuid, uuidToBytes } from './uuid.ts'

it('a UUID and its bytes are the same thing', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (a, b) => {
      expect(bytesToUuid(uuidToBytes(a))).toBe(a)
      expect(bytesToUuid(uuidToBytes(b))).toBe(b)
      expect(bytesToUuid(uuidToBytes(a))).toBe(a)
      expect(isUuid(a)).toBe(true)
      expect(bytesToHex(hexToBytes(a.replaceAll('-', '')))).toBe(a.replaceAll('-', ''))
    }),
  )
})

it.each([
  '',
  'item:T0001',
  '0199f000-0000-7000-8000',
  'zz99f000-0000-7000-8000-000000000001',
  '0199f000-0000-7000-8000-0000000000012',
  '0199F000-0000-7000-8000-000000000001',
  '0199f:00-0000-7000-8000-000000000001',
])('%j is none', (text) => {
  expect(isUuid(text)).toBe(false)
  expect(() => uuidToBytes(text)).toThrow(TypeError)
})
