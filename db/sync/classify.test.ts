import fc from 'fast-check'
import { expect, it } from 'vitest'
import { classify } from './classify.ts'

it('whatever text comes, it is classified and never throws', { timeout: 30_000 }, () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
      expect(classify(text).type).toBe('unreadable')
    }),
  )
})

it('a deep text is no operation', () => {
  expect(classify('['.repeat(100_000)).type).toBe('unreadable')
  expect(classify(`${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`).type).toBe('unreadable')
})
