import type { KeptCopies } from '../../../contract/queries/sync-status.ts'
import type { Store } from '../../../db/store.ts'
import { contradictedCheckpoint, keptCheckpoint } from '../sync-agent/checkpoint.ts'

/** SYN-115. What is safe is never told for more than is confirmed. */
export const keptCopies = ({ read: { meta, sync } }: Pick<Store, 'read'>): KeptCopies => {
  const confirmed = sync.position().ack
  const epoch = meta.find('epoch')
  const atIn = (head: { readonly epoch: string; readonly at: number } | null) =>
    head !== null && head.epoch === epoch ? head.at : null
  return {
    confirmed,
    safe: Math.min(confirmed, Number(meta.find('safe') ?? '0')),
    signedAt: atIn(keptCheckpoint(meta)),
    contradictedAt: atIn(contradictedCheckpoint(meta)),
  }
}
