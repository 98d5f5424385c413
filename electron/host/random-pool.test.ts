import { expect, it } from 'vitest'
import { createRandomPool } from './random-pool.ts'

it('gives every byte once, over several fillings and for a count that does not divide the pool', () => {
  const random = createRandomPool()
  const pieces = Array.from({ length: 2000 }, () => random(18))
  expect(pieces.every(({ length }) => length === 18)).toBe(true)
  expect(new Set(pieces.map((piece) => piece.toString('hex'))).size).toBe(pieces.length)
})

it('leaves what it gave out alone afterwards', () => {
  const random = createRandomPool()
  const first = random(16)
  const copy = first.toString('hex')
  for (let n = 0; n < 1000; n += 1) random(16)
  expect(first.toString('hex')).toBe(copy)
})
