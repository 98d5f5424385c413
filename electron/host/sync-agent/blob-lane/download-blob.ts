import { blobStretch, blobsPath } from '../../../../contract/blobs.ts'
import type { BlobFiles } from '../../../../db/blobs/files.ts'
import type { Timers } from '../timers.ts'
import type { Access } from './access.ts'

export type Downloaded =
  | 'here'
  /** The server has it not, or not whole yet. */
  | 'not_in'
  /** What came is kept; the next time goes on there. */
  | 'broken'

export interface WantedFile {
  readonly id: string
  readonly size: number
  /** The matter through which it is read. */
  readonly caseId: string
}

export interface DownloadDeps {
  readonly files: BlobFiles
  readonly fetcher: typeof fetch
  readonly timers: Timers
  readonly signal: AbortSignal
}

const requestMs = 60_000

/** Fetches one file that others attached, stretch by stretch from where it broke off, and takes it only when it is what its name says. */
export const downloadBlob = async (
  deps: DownloadDeps,
  { server, token }: Access,
  { id, size, caseId }: WantedFile,
): Promise<Downloaded> => {
  if (deps.files.has(id)) return 'here'
  const file = deps.files.download(id, size)
  while (file.offset < size) {
    const to = Math.min(size, file.offset + blobStretch)
    const got = await stretch(deps, `${server}${blobsPath}/${id}?case=${caseId}`, token, file.offset, to)
    if (got === 'not_in' || got === 'broken') {
      file.leave()
      return got
    }
    file.append(got)
  }
  return file.finish() ? 'here' : 'broken'
}

const stretch = async (
  { fetcher, timers, signal }: DownloadDeps,
  url: string,
  token: string,
  from: number,
  to: number,
): Promise<Buffer | 'not_in' | 'broken'> => {
  const ending = new AbortController()
  const end = () => ending.abort()
  const callOff = timers.after(requestMs, end)
  signal.addEventListener('abort', end)
  try {
    if (signal.aborted) return 'broken'
    const response = await fetcher(url, {
      headers: { authorization: `Bearer ${token}`, range: `bytes=${from}-${to - 1}` },
      redirect: 'error',
      signal: ending.signal,
    })
    if (response.status === 404) return 'not_in'
    const told = response.headers.get('content-range') ?? ''
    if (response.status !== 206 || !told.startsWith(`bytes ${from}-`)) return 'broken'
    const bytes = await readUpTo(response, to - from)
    return bytes === null || bytes.length === 0 ? 'broken' : bytes
  } catch {
    return 'broken'
  } finally {
    callOff()
    signal.removeEventListener('abort', end)
    ending.abort()
  }
}

/** Null when there is more than was asked for. */
const readUpTo = async (response: Response, limit: number): Promise<Buffer | null> => {
  if (response.body === null) return null
  const reader = response.body.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(pieces)
    size += value.byteLength
    if (size > limit) return null
    pieces.push(value)
  }
}
