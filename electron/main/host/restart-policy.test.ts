import { describe, expect, it } from 'vitest'
import { hostRestarts, nextRestart } from './restart-policy.ts'

describe('restart policy', () => {
  it('[SHL-13] each death in a row waits longer, and the sixth within a minute is the last', () => {
    const deaths = [0, 1, 2, 3, 4, 5].map((second) => second * 1000)
    expect(deaths.map((_, n) => nextRestart(hostRestarts, deaths.slice(0, n + 1)))).toEqual([
      0,
      500,
      1000,
      2000,
      4000,
      null,
    ])
  })

  it('[SHL-13] deaths more than a minute ago are forgotten', () => {
    expect(nextRestart(hostRestarts, [0, 1000, 2000, 3000, 4000, 70_000])).toBe(0)
    expect(nextRestart(hostRestarts, [0, 11_000, 70_000])).toBe(500)
  })
})
