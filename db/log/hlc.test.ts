import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type HybridTime,
  formatBareTime,
  formatTime,
  laterTime,
  maxLead,
  nextTime,
  parseTime,
  seenTime,
} from './hlc.ts'

const wall = fc.integer({ min: 0, max: 2 ** 47 })
const time = fc.record({ ms: wall, counter: fc.integer({ min: 0, max: 0xffff }) })

const isAfter = (a: HybridTime, b: HybridTime) => a.ms > b.ms || (a.ms === b.ms && a.counter > b.counter)

describe('hybrid clock', () => {
  it('goes up whatever the wall clock does', () => {
    fc.assert(
      fc.property(fc.array(wall, { minLength: 2 }), (walls) => {
        let last: HybridTime | null = null
        for (const now of walls) {
          const next: HybridTime = nextTime(last, now)
          if (last !== null) expect(isAfter(next, last)).toBe(true)
          last = next
        }
      }),
    )
  })

  it('follows the wall clock when that is ahead, and counts within a millisecond', () => {
    expect(nextTime({ ms: 10, counter: 7 }, 11)).toEqual({ ms: 11, counter: 0 })
    expect(nextTime({ ms: 10, counter: 7 }, 10)).toEqual({ ms: 10, counter: 8 })
    expect(nextTime({ ms: 10, counter: 0xffff }, 3)).toEqual({ ms: 11, counter: 0 })
  })

  it('takes over what others show, but not a clock that is far ahead', () => {
    expect(seenTime(null, { ms: 100, counter: 1 }, 90)).toEqual({ ms: 100, counter: 1 })
    expect(seenTime({ ms: 200, counter: 0 }, { ms: 100, counter: 1 }, 90)).toEqual({ ms: 200, counter: 0 })
    expect(seenTime({ ms: 200, counter: 0 }, { ms: 90 + maxLead + 1, counter: 0 }, 90)).toEqual({ ms: 200, counter: 0 })
    expect(seenTime(null, { ms: 90 + maxLead + 1, counter: 0 }, 90)).toBeNull()
  })

  it('reads what it writes, and its texts sort as its times', () => {
    fc.assert(
      fc.property(time, time, (a, b) => {
        expect(parseTime(formatTime(a, 'W03'))).toEqual(a)
        expect(parseTime(formatBareTime(a))).toEqual(a)
        expect(formatBareTime(a) < formatBareTime(b)).toBe(isAfter(b, a))
        expect(laterTime(a, b)).toEqual(isAfter(b, a) ? b : a)
      }),
    )
  })

  it('reads nothing else', () => {
    for (const text of ['', 'x', '0199f2a4c3d1', '0199f2a4c3d1-0003-w03', '0199f2a4c3d1-0003-W03x'])
      expect(parseTime(text)).toBeNull()
  })
})
