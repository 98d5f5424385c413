import { expect, it } from 'vitest'
import { createRate, etaSeconds } from './rate.ts'

it('tells how many went in a minute by what went of late, and nothing while nothing moves', () => {
  let at = 0
  const rate = createRate(() => at)
  rate.note(0)
  expect(rate.perMinute()).toBeNull()
  at = 10_000
  rate.note(100)
  expect(rate.perMinute()).toBe(600)
  at = 20_000
  rate.note(100)
  expect(rate.perMinute()).toBe(600)
  at = 69_000
  rate.note(110)
  // The first sample is older than a minute by now.
  expect(rate.perMinute()).toBe(Math.round((10 * 60_000) / 59_000))
  at = 200_000
  expect(rate.perMinute()).toBeNull()
})

it('tells the time that is left only where something moves', () => {
  expect(etaSeconds(1204, 400)).toBe(181)
  expect(etaSeconds(0, 400)).toBeNull()
  expect(etaSeconds(5, null)).toBeNull()
  expect(etaSeconds(5, 0)).toBeNull()
})
