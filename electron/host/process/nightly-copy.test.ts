import { describe, expect, it } from 'vitest'
import type { ChangeTopic } from '../../../db/store.ts'
import { StoreError } from '../../../db/store-error.ts'
import { day } from '../../../domain/case/_testing.ts'
import { keepNightlyCopy, longPauseMs } from './nightly-copy.ts'

const setUp = (nightly: () => null = () => null) => {
  const events: string[] = []
  const timers = new Set<() => void>()
  let commit: (topics: ReadonlySet<ChangeTopic>) => void = () => undefined
  const stop = keepNightlyCopy({
    store: {
      subscribe: (listener) => {
        commit = listener
        return () => {
          commit = () => undefined
        }
      },
      nightly: (today) => {
        events.push(today)
        return nightly()
      },
    },
    today: () => day('2026-11-23'),
    after: (ms, work) => {
      expect(ms).toBe(longPauseMs)
      timers.add(work)
      return () => timers.delete(work)
    },
    log: { write: (_level, event, fields) => events.push(`${event} ${fields?.code ?? ''}`) },
    onDamage: () => events.push('damage'),
  })
  const pass = () => {
    const due = [...timers]
    timers.clear()
    for (const work of due) work()
  }
  return { events, timers, stop, pass, commit: () => commit(new Set<ChangeTopic>(['cases'])) }
}

describe('the copy of the day', () => {
  it('[JRN-11] is made in the first long pause, and asked for again in the next', () => {
    const { events, timers, commit, pass, stop } = setUp()
    commit()
    commit()
    expect([timers.size, events]).toEqual([1, []])
    pass()
    expect([timers.size, events]).toEqual([1, ['2026-11-23']])
    pass()
    expect(events).toEqual(['2026-11-23', '2026-11-23'])
    stop()
    expect(timers.size).toBe(0)
  })

  it('[JRN-11] that fails for want of room is tried again; one that finds damage has it mended', () => {
    const full = setUp(() => {
      throw new StoreError('disk_low', '')
    })
    full.pass()
    expect([full.events.slice(1), full.timers.size]).toEqual([['store.copy_failed disk_low'], 1])
    const damaged = setUp(() => {
      throw new StoreError('damaged', '')
    })
    damaged.pass()
    expect([damaged.events.slice(1), damaged.timers.size]).toEqual([['store.copy_failed damaged', 'damage'], 0])
  })
})
