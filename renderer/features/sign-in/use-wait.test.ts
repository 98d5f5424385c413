import { expect, it } from 'vitest'
import { secondsLeft } from './use-wait.ts'

it('counts whole seconds down to nothing', () => {
  const wait = { from: 1000, seconds: 30 }
  expect([1000, 1001, 2000, 30_999, 31_000, 99_000].map((now) => secondsLeft(wait, now))).toEqual([30, 30, 29, 1, 0, 0])
  expect(secondsLeft(null, 5)).toBe(0)
})
