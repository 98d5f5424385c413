import {
  ChallengeOutputSchema,
  type EnrolInput,
  type EnrolOutput,
  EnrolOutputSchema,
  type HelloInput,
  type HelloOutput,
  HelloOutputSchema,
  type PullOutput,
  PullOutputSchema,
  type PushInput,
  type PushOutput,
  PushOutputSchema,
} from '../../../contract/sync.ts'
import type { Result } from '../../../domain/result.ts'
import { boundedRequest } from './bounded-request.ts'
import type { Trouble } from './trouble.ts'

type Answer<T> = Promise<Result<T, Trouble>>

/** The sync endpoints of contract/server.ts, every request bounded and every answer checked. */
export interface ServerApi {
  readonly enrol: (input: EnrolInput) => Answer<EnrolOutput>
  readonly challenge: () => Answer<{ readonly nonce: string }>
  readonly hello: (input: HelloInput) => Answer<HelloOutput>
  readonly push: (token: string, input: PushInput) => Answer<PushOutput>
  readonly pull: (
    token: string,
    input: { readonly center: string; readonly after: number; readonly limit: number },
  ) => Answer<PullOutput>
}

const small = { timeoutMs: 15_000, maxAnswerBytes: 256 * 1024 }
const pushing = { timeoutMs: 45_000, maxAnswerBytes: 1024 * 1024 }
/** A page holds 4 MiB of operations; written into JSON they may double, and one operation alone may be larger than a page. */
const pulling = { timeoutMs: 60_000, maxAnswerBytes: 16 * 1024 * 1024 }

export const serverApi = (fetcher: typeof fetch, base: string, signal: AbortSignal): ServerApi => ({
  enrol: (body) =>
    boundedRequest(fetcher, {
      ...small,
      method: 'POST',
      url: `${base}/sync/v1/enrol`,
      token: null,
      body,
      answer: EnrolOutputSchema,
      signal,
    }),
  challenge: () =>
    boundedRequest(fetcher, {
      ...small,
      method: 'POST',
      url: `${base}/sync/v1/challenge`,
      token: null,
      answer: ChallengeOutputSchema,
      signal,
    }),
  hello: (body) =>
    boundedRequest(fetcher, {
      ...small,
      method: 'POST',
      url: `${base}/sync/v1/hello`,
      token: null,
      body,
      answer: HelloOutputSchema,
      signal,
    }),
  push: (token, body) =>
    boundedRequest(fetcher, {
      ...pushing,
      method: 'POST',
      url: `${base}/sync/v1/push`,
      token,
      body,
      answer: PushOutputSchema,
      signal,
    }),
  pull: (token, { center, after, limit }) =>
    boundedRequest(fetcher, {
      ...pulling,
      method: 'GET',
      url: `${base}/sync/v1/pull?center=${center}&after=${after}&limit=${limit}`,
      token,
      answer: PullOutputSchema,
      signal,
    }),
})
