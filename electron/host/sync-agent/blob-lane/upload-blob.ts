import { DetailedError, Upload } from 'tus-js-client'
import { type UploadRefusal, blobsPath, uploadRefusals } from '../../../../contract/blobs.ts'
import type { BlobFiles } from '../../../../db/blobs/files.ts'
import type { AttachmentType } from '../../../../domain/attachment/attachment-type.ts'
import type { Timers } from '../timers.ts'
import type { Access } from './access.ts'
import { fetchStack } from './fetch-stack.ts'

export type Uploaded =
  | { readonly type: 'sent' }
  /** Not to be tried again by itself. */
  | { readonly type: 'refused'; readonly reason: UploadRefusal }
  /** The line broke, the server was busy, the token ran out: what came is kept, and the next time goes on there. */
  | { readonly type: 'broken' }

export interface UploadDeps {
  readonly files: BlobFiles
  readonly fetcher: typeof fetch
  readonly timers: Timers
  /** As it is when asked; null = no requests may be made now. */
  readonly access: () => Access | null
  /** Waited for before every request: operations go first. */
  readonly turn: () => Promise<void>
  readonly signal: AbortSignal
  /** Hears how many bytes the server has. */
  readonly moved?: (sent: number) => void
}

export interface Outgoing {
  readonly id: string
  readonly size: number
  readonly type: AttachmentType
  /** Bytes of a stretch. */
  readonly stretch: number
}

/** Pauses before another try on the same line; each begins with the server's word where it stands. */
const retries = [500, 2000, 5000]

/**
 * Brings one file to the server by tus 1.0: first it is asked what it has, then the rest goes stretch by stretch. A file that the center has
 * already costs one question. Resolves always.
 */
export const uploadBlob = (deps: UploadDeps, { id, size, type, stretch }: Outgoing): Promise<Uploaded> =>
  new Promise((resolve) => {
    const start = deps.access()
    const file = start === null || deps.signal.aborted ? null : deps.files.open(id)
    if (start === null || file === null) {
      resolve({ type: 'broken' })
      return
    }
    let ended = false
    const end = (how: Uploaded) => {
      // Broken off and failed at once: it ends once.
      if (ended) return
      ended = true
      deps.signal.removeEventListener('abort', stop)
      file.close()
      resolve(how)
    }
    const upload = new Upload(Buffer.alloc(0), {
      endpoint: `${start.server}${blobsPath}`,
      uploadUrl: `${start.server}${blobsPath}/${id}`,
      metadata: { sha256: id, type },
      chunkSize: stretch,
      retryDelays: retries,
      storeFingerprintForResuming: false,
      httpStack: fetchStack(deps.fetcher, deps.timers),
      fileReader: {
        openFile: () =>
          Promise.resolve({
            size,
            // What cannot be read is a refusal of the promise, not an exception in the library.
            slice: (from, to) =>
              Promise.resolve().then(() => ({ value: withSize(file.read(from, to)), done: to >= size })),
            close: () => undefined,
          }),
      },
      onBeforeRequest: async (request) => {
        await deps.turn()
        const access = deps.access()
        if (access === null) throw new Error('no token')
        request.setHeader('authorization', `Bearer ${access.token}`)
      },
      onChunkComplete: (_stretch, accepted) => deps.moved?.(accepted),
      onShouldRetry: (error) => mayRetry(statusOf(error)) && deps.access() !== null && !deps.signal.aborted,
      onSuccess: () => end({ type: 'sent' }),
      onError: (error) => end(outcomeOf(statusOf(error))),
    })
    const stop = () => {
      void upload.abort().finally(() => end({ type: 'broken' }))
    }
    deps.signal.addEventListener('abort', stop)
    upload.start()
  })

/** tus-js-client asks a piece for its `size`, as a Blob has it. */
const withSize = (bytes: Buffer) => Object.assign(bytes, { size: bytes.length })

const statusOf = (error: unknown): number =>
  error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0

/** No answer, a lock, another offset, a server that failed: the server's word where it stands mends all of them. */
const mayRetry = (status: number): boolean => status === 0 || status === 409 || status === 423 || status >= 500

const outcomeOf = (status: number): Uploaded => {
  const reasons = Object.entries(uploadRefusals) as readonly (readonly [UploadRefusal, number])[]
  const refused = reasons.find(([, each]) => each === status)
  return refused === undefined ? { type: 'broken' } : { type: 'refused', reason: refused[0] }
}
