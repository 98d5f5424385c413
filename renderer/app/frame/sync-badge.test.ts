import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '../../../contract/queries/sync-status.ts'
import { syncBadgeOf } from './sync-badge.ts'

const status = (more: Partial<SyncStatus> = {}): SyncStatus => ({
  state: 'idle',
  waiting: 0,
  unconfirmed: 0,
  left: 0,
  perMinute: null,
  etaSeconds: null,
  attention: 0,
  files: { count: 0, bytes: 0, refused: 0 },
  lastContactAt: 1,
  lastError: null,
  nextTryAt: null,
  clockOffMs: null,
  ...more,
})

describe('syncBadgeOf', () => {
  it('ticks only when everything was sent', () => {
    expect(syncBadgeOf(status())).toEqual({ mark: 'done', text: { key: 'synced', at: 1 } })
    expect(syncBadgeOf(status({ lastContactAt: null })).mark).toBe('dash')
    expect(syncBadgeOf(status({ waiting: 2 }))).toEqual({ mark: 'dash', text: { key: 'waiting', n: 2 } })
    expect(syncBadgeOf(status({ state: 'sending', waiting: 2 })).text).toEqual({ key: 'sending', n: 2 })
  })

  it('shows being offline as a dash with what waits', () => {
    expect(syncBadgeOf(status({ state: 'offline' }))).toEqual({ mark: 'dash', text: { key: 'offline' } })
    expect(syncBadgeOf(status({ state: 'offline', waiting: 12 })).text).toEqual({ key: 'offlineWaiting', n: 12 })
  })

  it('says that a restored server gets back what it lost, and that a revoked device is at its end', () => {
    expect(syncBadgeOf(status({ state: 'recollecting', waiting: 3, left: 37 }))).toEqual({
      mark: 'dash',
      text: { key: 'recollecting', n: 37 },
    })
    expect(syncBadgeOf(status({ state: 'revoked' }))).toEqual({ mark: 'diamond', text: { key: 'revoked' } })
  })

  it('puts what a person must look at before everything else', () => {
    expect(syncBadgeOf(status({ state: 'offline', waiting: 3, attention: 4 }))).toEqual({
      mark: 'diamond',
      text: { key: 'attention', n: 4 },
    })
    expect(syncBadgeOf(status({ state: 'refused', attention: 4 })).text).toEqual({ key: 'refused' })
  })
})
