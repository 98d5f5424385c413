import { z } from 'zod'
import { type SyncErrorCode, syncErrorCodes } from '../../../contract/sync.ts'
import { type Trouble, trouble } from './trouble.ts'

const BodySchema = z.object({
  code: z.string(),
  data: z
    .object({ ack: z.int().min(0), seq: z.int().nullable() })
    .optional()
    .catch(undefined),
})

/** An answer that is not 2xx. Proxies answer too, so the status counts where the body says nothing we know. */
export const readRefusal = (status: number, retryAfter: string | null, body: string): Trouble => {
  const said = BodySchema.safeParse(parseJson(body))
  const code = said.success ? syncErrorCodes.find((known) => known.toUpperCase() === said.data.code) : undefined
  return trouble(code ?? codeOfStatus(status), {
    position: (said.success ? said.data.data : null) ?? null,
    retryAfterMs: parseRetryAfter(retryAfter),
    status,
  })
}

const codeOfStatus = (status: number): SyncErrorCode | 'server_failed' | 'request_refused' => {
  switch (status) {
    case 401:
      return 'token_invalid'
    case 413:
      return 'too_large'
    case 429:
      return 'busy'
    default:
      return status >= 500 ? 'server_failed' : 'request_refused'
  }
}

/** Seconds; the form with a date is not used by our server and counts as not said. */
const parseRetryAfter = (text: string | null): number | null =>
  text !== null && /^\d{1,6}$/.test(text) ? Number(text) * 1000 : null

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
