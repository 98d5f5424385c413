import { describe, expect, it } from 'vitest'
import { pollDelay, retryDelay, returnDelay } from './backoff.ts'

describe('the wait for the next try', () => {
  it('[SYN-21] doubles from one second to two minutes, and no further however often it fails', () => {
    expect([1, 2, 3, 7, 8, 9, 50, 5000].map((failures) => retryDelay(failures, null, 0.999_999))).toEqual([
      1000, 2000, 4000, 64_000, 120_000, 120_000, 120_000, 120_000,
    ])
  })

  it('[SYN-21] is by chance anywhere in the upper half, so that a hall of devices spreads', () => {
    expect(retryDelay(8, null, 0)).toBe(60_000)
    expect(retryDelay(8, null, 0.5)).toBe(90_000)
  })

  it('[SYN-21] obeys the server, from one second to ten minutes, never earlier than asked', () => {
    expect(retryDelay(1, 30_000, 0)).toBe(30_000)
    expect(retryDelay(9, 30_000, 0.999_999)).toBe(37_500)
    expect(retryDelay(1, 0, 0)).toBe(1000)
    expect(retryDelay(1, 86_400_000, 0)).toBe(600_000)
  })

  it('[SYN-21] is at any moment of a minute when the server has come back for everybody', () => {
    expect([returnDelay(0), returnDelay(0.5), returnDelay(0.999_999)]).toEqual([0, 30_000, 60_000])
  })

  it('is about fifteen seconds when all is well', () => {
    expect([pollDelay(0), pollDelay(0.5)]).toEqual([12_000, 15_000])
  })
})
