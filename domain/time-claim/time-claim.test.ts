import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumberOf, plainDate, plainDateInShanghai } from '../plain-date.ts'
import { clockSlackMs, judgeTime } from './time-claim.ts'

const hour = 3_600_000
/** Midnight in Shanghai. */
const at = (day: string) => dayNumberOf(plainDate(day)) * 24 * hour - 8 * hour
const noon = at('2026-09-28') + 12 * hour
const today = plainDate('2026-09-28')

describe('legal time of an operation', () => {
  it('[CLK-25] a day between the last proved time and the arrival is attested', () => {
    const facts = { wall: noon, day: today, attested: { at: noon - hour, elapsed: hour } }
    expect(judgeTime(facts, noon + 72 * hour)).toEqual({
      claim: 'attested',
      earliest: today,
      latest: plainDate('2026-10-01'),
    })
  })

  it('[CLK-25] clocks a day ahead, a day behind and in 2099 are disputed', () => {
    const attested = { at: noon - hour, elapsed: hour }
    const claim = (wall: number) =>
      judgeTime({ wall, day: plainDateInShanghai(wall), attested }, noon + 30 * hour).claim
    expect(claim(noon)).toBe('attested')
    expect(claim(noon - 24 * hour)).toBe('disputed')
    expect(claim(noon + 48 * hour)).toBe('disputed')
    expect(claim(at('2099-01-01'))).toBe('disputed')
  })

  it('[CLK-25] a machine that was started anew is bound by the time it was told, and by nothing later', () => {
    const attested = { at: noon, elapsed: null }
    const later = noon + 240 * hour
    expect(judgeTime({ wall: noon + 48 * hour, day: plainDate('2026-09-30'), attested }, later).claim).toBe('attested')
    expect(judgeTime({ wall: noon - 24 * hour, day: plainDate('2026-09-27'), attested }, later).claim).toBe('disputed')
  })

  it('[CLK-25] before the first word of the server nothing proves that a day is not too early; too late is disputed', () => {
    const claim = (wall: number) => judgeTime({ wall, day: plainDateInShanghai(wall), attested: null }, noon).claim
    expect(claim(noon - 2400 * hour)).toBe('unattested')
    expect(claim(noon + 24 * hour)).toBe('disputed')
  })

  it('[CLK-25] where one day alone is possible and is the one named, a wrong clock disputes nothing', () => {
    const attested = { at: noon - hour, elapsed: hour }
    expect(judgeTime({ wall: noon + 3 * hour, day: today, attested }, noon + hour).claim).toBe('attested')
  })

  it('[CLK-25] a clock a minute fast at midnight has not made it tomorrow', () => {
    const midnight = at('2026-09-29')
    const attested = { at: midnight - hour, elapsed: hour - 30_000 }
    const wall = midnight + 20_000
    expect(judgeTime({ wall, day: plainDateInShanghai(wall), attested }, midnight - 10_000).claim).toBe('disputed')
  })

  it('[CLK-25] whatever is not disputed lies between the last proved day and the day it came', () => {
    const instant = fc.integer({ min: 0, max: at('2100-01-01') })
    const attested = fc.option(
      fc.record({ at: instant, elapsed: fc.option(fc.integer({ min: 0, max: 400 * 24 * hour })) }),
    )
    fc.assert(
      fc.property(instant, instant, attested, fc.integer({ min: -2, max: 2 }), (wall, receivedAt, proved, shift) => {
        const day = plainDateInShanghai(wall + shift * 24 * hour)
        const { claim, earliest, latest } = judgeTime({ wall, day, attested: proved }, receivedAt)
        expect(latest).toBe(plainDateInShanghai(receivedAt))
        if (claim === 'disputed') return
        expect(day <= latest).toBe(true)
        if (earliest !== null) expect(day >= earliest).toBe(true)
      }),
    )
  })

  it('[CLK-25] an honest device is never disputed, offline or started anew, within the slack of its clock', () => {
    const facts = fc.record({
      told: fc.integer({ min: at('2020-01-01'), max: at('2030-01-01') }),
      worked: fc.integer({ min: 0, max: 60 * 24 * hour }),
      travelled: fc.integer({ min: 0, max: 60 * 24 * hour }),
      asleep: fc.integer({ min: 0, max: 12 * hour }),
      restarted: fc.boolean(),
    })
    fc.assert(
      fc.property(facts, ({ told, worked, travelled, asleep, restarted }) => {
        // The machine's clock is right; the monotonic one stands still while it sleeps.
        const wall = told + worked + asleep
        const attested = { at: told, elapsed: restarted ? null : worked }
        const ruled = judgeTime({ wall, day: plainDateInShanghai(wall), attested }, wall + travelled)
        expect(ruled.claim).toBe('attested')
      }),
    )
    expect(clockSlackMs).toBe(120_000)
  })
})
