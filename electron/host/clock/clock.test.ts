import { afterEach, describe, expect, it } from 'vitest'
import { type TestStore, openTestStore } from '../../../db/_testing.ts'
import { type ClockReading, clockOff, createClockWatch } from './clock-watch.ts'
import { findBoot } from './machine-clock.ts'

const minute = 60_000
const start = { wall: 1_800_000_000_000, uptime: 50_000, boot: 'a' }
const reading = (more: Partial<ClockReading> = {}): ClockReading => ({ ...start, ...more })
const told = { at: start.wall, uptime: start.uptime, boot: 'a' }

describe('the clock of the machine', () => {
  it('[SYN-71] is right as long as it goes with the clock that nobody can set, asleep or awake', () => {
    const later = reading({ wall: start.wall + 600 * minute, uptime: start.uptime + 600 * minute })
    expect(clockOff(later, told, start)).toBeNull()
    expect(clockOff(later, null, start)).toBeNull()
    expect(clockOff({ ...later, wall: later.wall + 2 * minute }, told, start)).toBeNull()
  })

  it('[SYN-71] that jumps by more than two minutes is told, forwards and backwards', () => {
    expect(clockOff(reading({ wall: start.wall + 3 * minute }), null, start)).toBe(3 * minute)
    expect(clockOff(reading({ wall: start.wall - 1440 * minute }), null, start)).toBe(-1440 * minute)
  })

  it('[SYN-71] that was wrong from the start is told as soon as the server says the time, and no more once it is set right', () => {
    const ahead = { ...start, wall: start.wall + 30 * minute }
    expect(clockOff(ahead, null, ahead)).toBeNull()
    expect(clockOff(ahead, told, ahead)).toBe(30 * minute)
    expect(clockOff(reading(), told, ahead)).toBeNull()
  })

  it('[SYN-71] after the machine was started anew can only be found behind the time that was told', () => {
    const anew = (wall: number) => reading({ wall, uptime: 10, boot: 'b' })
    const behind = anew(start.wall - 5 * minute)
    expect(clockOff(behind, told, behind)).toBe(-5 * minute)
    const after = anew(start.wall + 5000 * minute)
    expect(clockOff(after, told, after)).toBeNull()
  })

  it('[SYN-71] is told of once when it comes and once when it goes', () => {
    let now = reading()
    let look = () => undefined as void
    let heard = 0
    const watch = createClockWatch(
      () => now,
      () => null,
      (_ms, work) => {
        look = work
        return () => undefined
      },
    )
    watch.subscribe(() => {
      heard += 1
    })
    look()
    now = reading({ wall: start.wall + 90 * minute })
    look()
    look()
    expect([watch.off(), heard]).toEqual([90 * minute, 1])
    now = reading()
    look()
    expect([watch.off(), heard]).toEqual([null, 2])
  })
})

describe('a run of the machine', () => {
  let disk: TestStore | null = null
  afterEach(() => disk?.remove())
  const bootOf = (now: number, uptime: number) => {
    disk ??= openTestStore()
    return findBoot(disk.store, { now, uptime, systemName: () => null })
  }

  it('[SYN-69] has one name from one start of the program to the next, and another after the machine was started anew', () => {
    const first = bootOf(1_000_000_000, 60_000)
    expect(bootOf(1_000_600_000, 660_000)).toBe(first)
    expect(bootOf(1_000_900_000, 10_000)).not.toBe(first)
  })

  it('[SYN-69] is another one where the clock was set meanwhile: nothing is proved that is not known', () => {
    disk?.remove()
    disk = null
    const first = bootOf(1_000_000_000, 60_000)
    expect(bootOf(1_000_600_000 + 3_600_000, 660_000)).not.toBe(first)
  })

  it('[SYN-69] is named by the system where it has a name', () => {
    const system = () => findBoot((disk ??= openTestStore()).store, { now: 0, uptime: 0 })
    expect(system()).toMatch(/^[0-9a-f]{12}$/)
  })
})
