import type { BlobFiles } from '../../../db/blobs/files.ts'
import type { Store } from '../../../db/store.ts'
import { type PlainDate, addDays } from '../../../domain/plain-date.ts'
import { dropNobodysFiles } from './nobodys-files.ts'

type AttachedHere = ReturnType<Store['read']['blobs']['attachedHere']>[number]

/** Days that a fetched copy is kept, and a file of which the store knows nothing. */
const copyDays = 30
/** Days after its matters are closed that a file which was attached here is kept. */
const ownDays = 90
const dayMs = 86_400_000

export interface SweepDeps {
  readonly store: Store
  readonly files: BlobFiles
  readonly now: () => number
  readonly today: () => PlainDate
}

/**
 * Brings rows and files together when the store is opened, and makes room. A file that the log says was attached here waits again, whatever
 * became of its row. One that was attached here goes only when the server holds it, every act that attached it is safe, and its matters have
 * long been closed; anybody may fetch it again.
 */
export const sweepBlobs = ({ store, files, now, today }: SweepDeps): void => {
  const onDisk = files.list()
  const known = new Map(store.read.blobs.all().map((blob) => [blob.id, blob]))
  if (onDisk.length === 0 && known.size === 0) return
  const attached = new Map<string, AttachedHere[]>()
  for (const one of store.read.blobs.attachedHere()) attached.set(one.blob, [...(attached.get(one.blob) ?? []), one])
  const present = new Set(onDisk.map(({ id }) => id))
  const unknown = onDisk.flatMap(({ id }) =>
    (attached.get(id) ?? []).filter(({ caseId }) => !known.has(id) || !store.read.blobs.casesOf(id).includes(caseId)),
  )
  const gone = [...known.keys()].filter((id) => !present.has(id))
  if (unknown.length + gone.length > 0)
    store.transact((writer) => {
      for (const { blob, size, caseId } of unknown) {
        writer.blobs.add({ id: blob, size }, now())
        writer.blobs.use(blob, caseId)
      }
      for (const id of gone) writer.blobs.forget(id)
    })
  dropNobodysFiles(store, files)
  const ofDrafts = store.read.drafts.named()
  const epoch = store.read.meta.find('epoch')
  const before = addDays(today(), -ownDays)
  for (const { id, at } of files.list()) {
    // INT-14: a form may lie for as long as it takes.
    if (ofDrafts.has(id)) continue
    const acts = attached.get(id) ?? []
    const blob = store.read.blobs.find(id)
    const isOld = Math.max(at, blob?.addedAt ?? 0) < now() - copyDays * dayMs
    const isSent = blob !== null && blob.sentEpoch !== null && blob.sentEpoch === epoch
    const isClosed = acts.every(({ caseId, safe }) => {
      const closedOn = store.read.cases.find(caseId)?.state.closedOn ?? null
      return safe && closedOn !== null && closedOn < before
    })
    const mayGo = acts.length > 0 ? isSent && isClosed : blob === null || isSent
    if (!isOld || !mayGo) continue
    files.remove(id)
    store.transact((writer) => writer.blobs.forget(id))
  }
}
