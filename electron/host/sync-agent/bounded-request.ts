import { gzipSync } from 'node:zlib'
import type { z } from 'zod'
import { type Result, err, ok } from '../../../domain/result.ts'
import { readRefusal } from './read-refusal.ts'
import { type Timers, platformTimers } from './timers.ts'
import { type Trouble, trouble } from './trouble.ts'

export interface BoundedRequest<S extends z.ZodType> {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly token: string | null
  /** Sent as gzip JSON; undefined = no body. */
  readonly body?: unknown
  readonly answer: S
  /** The same answer as that schema gives, by a shorter way; null where it refuses. */
  readonly read?: (json: unknown) => z.output<S> | null
  readonly timeoutMs: number
  /** Longest answer taken, in unpacked bytes. */
  readonly maxAnswerBytes: number
  readonly signal: AbortSignal
  /** The platform's when not given. */
  readonly timers?: Timers
}

/**
 * SYN-19: one request that always ends: by answer, by timeout, by the cap on its answer or by `signal`. What comes back is checked
 * against `answer` before anybody sees it. No redirects: the address was chosen by a person.
 */
export const boundedRequest = async <S extends z.ZodType>(
  fetcher: typeof fetch,
  request: BoundedRequest<S>,
): Promise<Result<z.output<S>, Trouble>> => {
  const ending = new AbortController()
  let timedOut = false
  const callOff = (request.timers ?? platformTimers).after(request.timeoutMs, () => {
    timedOut = true
    ending.abort()
  })
  const end = () => {
    ending.abort()
  }
  request.signal.addEventListener('abort', end)
  try {
    if (request.signal.aborted) return err(trouble('unreachable'))
    const response = await fetcher(request.url, {
      method: request.method,
      headers: headersOf(request),
      redirect: 'error',
      signal: ending.signal,
      ...(request.body === undefined ? {} : { body: gzipSync(JSON.stringify(request.body), { level: 1 }) }),
    })
    const text = await readText(response, request.maxAnswerBytes)
    if (text === null) return err(trouble('answer_invalid'))
    if (!response.ok) return err(readRefusal(response.status, response.headers.get('retry-after'), text))
    const answer = readAnswer(request, parseJson(text))
    return answer === null ? err(trouble('answer_invalid')) : ok(answer.data)
  } catch (error) {
    return err(trouble(timedOut ? 'timed_out' : isDistrust(error) ? 'not_trusted' : 'unreachable'))
  } finally {
    callOff()
    request.signal.removeEventListener('abort', end)
    ending.abort()
  }
}

const headersOf = (request: BoundedRequest<z.ZodType>): Record<string, string> => ({
  accept: 'application/json',
  ...(request.token === null ? {} : { authorization: `Bearer ${request.token}` }),
  ...(request.body === undefined ? {} : { 'content-type': 'application/json', 'content-encoding': 'gzip' }),
})

/** Null when the answer is longer than `limit` or no UTF-8. */
const readText = async (response: Response, limit: number): Promise<string | null> => {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel()
      return null
    }
    pieces.push(value)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces))
  } catch {
    return null
  }
}

/** Null when it is refused. */
const readAnswer = <S extends z.ZodType>(
  { answer, read }: BoundedRequest<S>,
  json: unknown,
): { readonly data: z.output<S> } | null => {
  if (read === undefined) {
    const checked = answer.safeParse(json)
    return checked.success ? { data: checked.data } : null
  }
  const data = read(json)
  return data === null ? null : { data }
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The certificate was refused: codes of OpenSSL and Node, on the cause that fetch wraps. */
const isDistrust = (error: unknown): boolean => {
  const cause = error instanceof Error ? error.cause : undefined
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : ''
  return /^(ERR_TLS_CERT|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO_(GET_ISSUER|VERIFY))/.test(code)
}
