import type { SyncStatus } from '../../../contract/queries/sync-status.ts'
import type { MarkName } from '../../ui/mark.tsx'

/** What the sync button shows: a ticked disc = all sent, a dash = something waits, a diamond = a person must look. */
export interface SyncBadge {
  readonly mark: Extract<MarkName, 'done' | 'dash' | 'diamond'>
  readonly text:
    | { readonly key: 'notEnrolled' | 'neverSynced' | 'offline' | 'refused' | 'revoked' }
    | { readonly key: 'synced'; readonly at: number }
    | { readonly key: 'sending' | 'recollecting' | 'waiting' | 'offlineWaiting' | 'attention'; readonly n: number }
}

export const syncBadgeOf = (status: SyncStatus): SyncBadge => {
  if (status.state === 'not_enrolled') return { mark: 'dash', text: { key: 'notEnrolled' } }
  if (status.state === 'refused') return { mark: 'diamond', text: { key: 'refused' } }
  if (status.state === 'revoked') return { mark: 'diamond', text: { key: 'revoked' } }
  if (status.state === 'recollecting') return { mark: 'dash', text: { key: 'recollecting', n: status.left } }
  if (status.attention > 0) return { mark: 'diamond', text: { key: 'attention', n: status.attention } }
  if (status.state === 'offline') {
    return status.waiting > 0
      ? { mark: 'dash', text: { key: 'offlineWaiting', n: status.waiting } }
      : { mark: 'dash', text: { key: 'offline' } }
  }
  if (status.waiting > 0) {
    return { mark: 'dash', text: { key: status.state === 'sending' ? 'sending' : 'waiting', n: status.waiting } }
  }
  return status.lastContactAt === null
    ? { mark: 'dash', text: { key: 'neverSynced' } }
    : { mark: 'done', text: { key: 'synced', at: status.lastContactAt } }
}
