import { expect, it } from 'vitest'
import type { SyncStatus } from '../../../../contract/queries/sync-status.ts'
import { syncStatusWords } from './sync.ts'

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

it('says how much is left and how long it will take, and what has not been confirmed', () => {
  expect(syncStatusWords(status())).toBe('已同步；待传 0 件，待处理 0 件')
  expect(syncStatusWords(status({ state: 'sending', waiting: 1204, etaSeconds: 170 }))).toBe(
    '正在发送；待传 1204 件，待处理 0 件；还有 1,204 件，约 3 分钟',
  )
  expect(syncStatusWords(status({ files: { count: 3, bytes: 4_260_000, refused: 1 } }))).toBe(
    '已同步；待传 0 件，待处理 0 件；待传附件 3 个，4.3 MB；1 个附件传不上去，请重新添加',
  )
  expect(syncStatusWords(status({ clockOffMs: -3 * 60_000 }))).toContain('本机时间慢了约 3 分钟')
  expect(syncStatusWords(status({ clockOffMs: 72 * 3_600_000 }))).toContain('本机时间快了约 3 天')
  expect(syncStatusWords(status({ state: 'offline', waiting: 12, unconfirmed: 5 }))).toBe(
    '没有连上服务器；待传 12 件（其中 5 件已发出、尚未确认），待处理 0 件；还有 12 件',
  )
  expect(syncStatusWords(status({ state: 'recollecting', waiting: 3, left: 37, etaSeconds: 20 }))).toBe(
    '服务器已恢复，正在补传；待传 3 件，待处理 0 件；还有 37 件，不到 1 分钟',
  )
  expect(syncStatusWords(status({ state: 'revoked' }))).toContain('本机已被停用')
})
