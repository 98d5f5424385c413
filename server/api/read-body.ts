import type { IncomingHttpHeaders } from 'node:http'
import { type Readable, pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { syncCaps } from '../../contract/sync.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { type EarlyAnswer, early } from './api-error.ts'

export interface BodyCaps {
  /** Bytes on the wire when the body is gzip. */
  readonly compressed: number
  /** Bytes after unpacking. */
  readonly raw: number
  /** Nesting of arrays and objects. */
  readonly depth: number
}

export const bodyCaps: BodyCaps = {
  compressed: syncCaps.bytesPerPushCompressed,
  raw: syncCaps.bytesPerPushRaw,
  depth: 8,
}

/**
 * SYN-18: a JSON body, plain or gzip, never more of it in memory than the caps allow: both sizes are counted while it streams, and a
 * body that grows past one is cut off there. Every fault of the body is an answer, never a throw.
 */
export const readBody = async (
  headers: IncomingHttpHeaders,
  body: Readable,
  caps: BodyCaps = bodyCaps,
): Promise<Result<unknown, EarlyAnswer>> => {
  const encoding = (headers['content-encoding'] ?? 'identity').toLowerCase()
  if (encoding !== 'identity' && encoding !== 'gzip') return err({ status: 415, code: 'UNSUPPORTED_ENCODING' })
  const limit = encoding === 'gzip' ? caps.compressed : caps.raw
  if (Number(headers['content-length'] ?? 0) > limit) return err(early('too_large'))
  const bytes = await collect(encoding === 'gzip' ? unpacked(body, caps.compressed) : body, caps.raw)
  if (!bytes.ok) return bytes
  return parse(bytes.value, caps.depth)
}

const tooLarge = new Error('body over its cap')

/** Fails with `tooLarge` when more than `limit` bytes come in. Never destroys the request: its socket still has to carry our answer. */
const unpacked = (body: Readable, limit: number): Readable =>
  pipeline(counted(body, limit), createGunzip(), () => {
    // Whoever reads the unpacked bytes meets the error too, and answers it.
  })

async function* counted(body: Readable, limit: number): AsyncGenerator<Buffer> {
  let received = 0
  for await (const piece of body.iterator({ destroyOnReturn: false })) {
    const chunk: Buffer = piece
    received += chunk.length
    if (received > limit) throw tooLarge
    yield chunk
  }
}

const collect = async (source: Readable, limit: number): Promise<Result<Buffer, EarlyAnswer>> => {
  const chunks: Buffer[] = []
  let size = 0
  try {
    for await (const piece of source.iterator({ destroyOnReturn: false })) {
      const chunk: Buffer = piece
      size += chunk.length
      if (size > limit) return err(early('too_large'))
      chunks.push(chunk)
    }
    return ok(Buffer.concat(chunks, size))
  } catch (error) {
    return err(error === tooLarge ? early('too_large') : { status: 400, code: 'BODY_BROKEN' })
  }
}

const parse = (bytes: Buffer, depth: number): Result<unknown, EarlyAnswer> => {
  if (isDeeper(bytes, depth)) return err({ status: 400, code: 'BODY_TOO_DEEP' })
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return ok(value)
  } catch {
    return err({ status: 400, code: 'BODY_NOT_JSON' })
  }
}

const quote = 0x22
const backslash = 0x5c
const opening: ReadonlySet<number> = new Set([0x5b, 0x7b])
const closing: ReadonlySet<number> = new Set([0x5d, 0x7d])

/** Looks at the bytes before they are parsed, so that no parser has to survive a million brackets. */
const isDeeper = (bytes: Buffer, depth: number): boolean => {
  let level = 0
  for (let at = 0, inText = false; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (inText) {
      if (byte === backslash) at++
      else if (byte === quote) inText = false
    } else if (byte === quote) inText = true
    else if (opening.has(byte) && ++level > depth) return true
    else if (closing.has(byte)) level--
  }
  return false
}
