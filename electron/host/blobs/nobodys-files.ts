import type { BlobFiles } from '../../../db/blobs/files.ts'
import { scopeOf } from '../../../db/scope/device-scope.ts'
import type { Store } from '../../../db/store.ts'

/**
 * ATT-18: on a device of less than its center, files that no matter of its store names any more, because the matter was put away or has gone
 * to somebody else. What this device attached goes only when the server holds it and every act that attached it is safe.
 */
export const nobodysFiles = (store: Store, files: Pick<BlobFiles, 'list'>): readonly string[] => {
  if (scopeOf(store.read.meta).kind === 'center') return []
  const onDisk = files.list()
  if (onDisk.length === 0) return []
  const named = new Set([...store.read.blobs.named(), ...store.read.drafts.named()])
  const free = onDisk.filter(({ id }) => !named.has(id))
  if (free.length === 0) return []
  const epoch = store.read.meta.find('epoch')
  const unsafe = new Set(store.read.blobs.attachedHere().flatMap(({ blob, safe }) => (safe ? [] : [blob])))
  return free.flatMap(({ id }) => {
    const row = store.read.blobs.find(id)
    const isHeld = row === null || (row.sentEpoch !== null && row.sentEpoch === epoch)
    return isHeld && !unsafe.has(id) ? [id] : []
  })
}

/** Takes them off the disk, and their rows with them. */
export const dropNobodysFiles = (store: Store, files: Pick<BlobFiles, 'list' | 'remove'>): void => {
  for (const id of nobodysFiles(store, files)) {
    files.remove(id)
    store.transact((writer) => writer.blobs.forget(id))
  }
}
