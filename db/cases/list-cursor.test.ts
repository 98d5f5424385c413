import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatCursor, parseCursor } from './list-cursor.ts'

const key = fc.nat()

it('a cursor reads back as what was written', () => {
  const cursor = fc.oneof(
    fc.record({ part: fc.constantFrom('newest' as const, 'closed' as const), seq: key }),
    fc.record({ part: fc.constant('open' as const), urgent: key, seq: key }),
    fc.record({ part: fc.constantFrom('received' as const, 'filed' as const), day: key, seq: key }),
  )
  fc.assert(
    fc.property(cursor, (value) => {
      expect(parseCursor(formatCursor(value))).toEqual(value)
    }),
  )
})

it.each([
  '',
  'newest',
  'newest.',
  'newest.1.2',
  'open.1',
  'open.1.2.3',
  'received.1',
  'closed.1.2',
  'closed.-1',
  'open.1.x',
  'newest.1 ',
  'newest.1e5',
])('%j is no cursor', (text) => {
  expect(() => parseCursor(text)).toThrow(RangeError)
})
