import { describe, expect, it } from 'vitest'
import type { ChangeTopic } from '../../../db/store.ts'
import { StoreError } from '../../../db/store-error.ts'
import { keepIdleUpkeep, quietMs } from './idle-upkeep.ts'

const setUp = (idle: () => void = () => undefined) => {
  const events: string[] = []
  const timers = new Set<() => void>()
  let commit: (topics: ReadonlySet<ChangeTopic>) => void = () => undefined
  const stop = keepIdleUpkeep({
    store: {
      subscribe: (listener) => {
        commit = listener
        return () => {
          commit = () => undefined
        }
      },
      idle: () => {
        events.push('idle')
        idle()
      },
    },
    after: (ms, work) => {
      expect(ms).toBe(quietMs)
      timers.add(work)
      return () => timers.delete(work)
    },
    log: { write: (_level, event, fields) => events.push(`${event} ${fields?.code ?? ''}`) },
  })
  return { events, timers, stop, commit: () => commit(new Set<ChangeTopic>(['cases'])) }
}

describe('upkeep between two customers', () => {
  it('waits until nothing was written for a while', () => {
    const { events, timers, commit } = setUp()
    expect(timers.size).toBe(0)
    commit()
    commit()
    commit()
    expect(timers.size).toBe(1)
    expect(events).toEqual([])
    for (const work of timers) work()
    expect(events).toEqual(['idle'])
  })

  it('that fails is logged and stops nothing', () => {
    const { events, timers, commit } = setUp(() => {
      throw new StoreError('disk_full', '')
    })
    commit()
    for (const work of timers) work()
    expect(events).toEqual(['idle', 'store.idle_failed disk_full'])
  })

  it('ends with the host', () => {
    const { events, timers, stop, commit } = setUp()
    commit()
    stop()
    expect(timers.size).toBe(0)
    commit()
    expect([events, timers.size]).toEqual([[], 0])
  })
})
