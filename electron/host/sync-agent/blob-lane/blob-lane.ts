import type { BlobFiles } from '../../../../db/blobs/files.ts'
import type { StoredBlob } from '../../../../db/blobs/reader.ts'
import type { Store } from '../../../../db/store.ts'
import { attachmentTypeOf, typeTail } from '../../../../domain/attachment/attachment-type.ts'
import type { Timers } from '../timers.ts'
import type { Access } from './access.ts'
import { type Uploaded, uploadBlob } from './upload-blob.ts'

export interface BlobLaneDeps {
  readonly store: Store
  readonly files: BlobFiles
  readonly fetcher: typeof fetch
  readonly timers: Timers
  /** Epoch milliseconds. */
  readonly now: () => number
  readonly access: () => Access | null
  readonly turn: () => Promise<void>
  /** Records in the case that the file is in. */
  readonly tell: (caseId: string, blob: string) => void
  readonly signal: AbortSignal
  /** Called when more of a file has gone. */
  readonly onMove: () => void
}

export interface BlobLane {
  /**
   * Brings every file that waits, those of the nearest deadlines first, one after the other. One run at a time: who asks meanwhile waits for
   * the same. True = nothing waits any more that could be brought.
   */
  readonly run: () => Promise<boolean>
  /** The file that goes just now, with the bytes that the server has of it. */
  readonly underWay: () => { readonly blob: string; readonly sent: number } | null
}

/** Bytes of a stretch: small ones lose little on a bad line, large ones cost fewer round trips on a good one. */
const stretches = { least: 64 * 1024, usual: 256 * 1024, most: 4 * 1024 * 1024 }
/** A file of this speed or better may go in larger stretches (bytes a millisecond). */
const goodLine = 256

/** ATT-3: files go their own way, behind the operations, and keep nothing waiting. */
export const createBlobLane = (deps: BlobLaneDeps): BlobLane => {
  const { store, files } = deps
  let stretch = stretches.usual
  let running: Promise<boolean> | null = null
  let underWay: ReturnType<BlobLane['underWay']> = null

  const send = async (blob: StoredBlob): Promise<Uploaded | 'damaged'> => {
    const type = typeOf(files, blob.id)
    if (type === null) return 'damaged'
    const startedAt = deps.now()
    const moved = (sent: number) => {
      underWay = { blob: blob.id, sent }
      deps.onMove()
    }
    moved(0)
    const done = await uploadBlob({ ...deps, moved }, { id: blob.id, size: blob.size, type, stretch })
    underWay = null
    const took = Math.max(1, deps.now() - startedAt)
    if (done.type === 'broken') stretch = Math.max(stretches.least, stretch / 2)
    else if (blob.size / took > goodLine) stretch = Math.min(stretches.most, stretch * 2)
    return done
  }

  const sendAll = async (): Promise<boolean> => {
    for (;;) {
      const epoch = deps.access()?.epoch
      if (epoch === undefined || deps.signal.aborted) return false
      const [next] = store.read.blobs.waiting(epoch, 1)
      if (next === undefined) return true
      const done = await send(next)
      if (deps.signal.aborted) return false
      if (done === 'damaged') {
        refuse(next.id, 'damaged')
        continue
      }
      // A file that is sound here and arrived otherwise was damaged on its way: another time.
      if (done.type === 'broken' || (done.type === 'refused' && done.reason === 'hash_differs')) return false
      if (done.type === 'refused') {
        refuse(next.id, done.reason)
        continue
      }
      store.transact((writer) => {
        writer.blobs.sent(next.id, epoch)
      })
      tellCases(epoch)
    }
  }

  const refuse = (id: string, reason: string) => {
    store.transact((writer) => {
      writer.blobs.refuse(id, reason)
    })
  }
  const tellCases = (epoch: string) => {
    for (const { caseId, blob } of store.read.blobs.untold(epoch)) deps.tell(caseId, blob)
  }

  const run = async (): Promise<boolean> => {
    if (deps.signal.aborted) return false
    const epoch = deps.access()?.epoch
    // A file that the center had already, attached to one case more.
    if (epoch !== undefined) tellCases(epoch)
    return sendAll()
  }
  return {
    underWay: () => underWay,
    run: () => {
      running ??= run()
        // A full disk may be free again at the next exchange.
        .catch(() => false)
        .finally(() => {
          running = null
        })
      return running
    },
  }
}

/** By its bytes, read whole: what is damaged here is not sent. */
const typeOf = (files: BlobFiles, id: string) => {
  const bytes = files.read(id)
  return bytes === null ? null : attachmentTypeOf(bytes.subarray(0, 16), bytes.subarray(-typeTail))
}
