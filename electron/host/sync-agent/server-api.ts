import { readPullOutput } from '../../../contract/read-pull-output.ts'
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
import {
  type CertificatesOutput,
  CertificatesOutputSchema,
  type HeadsOutput,
  HeadsOutputSchema,
  type QuarantineInput,
  type RecoverInput,
  type RecoverOutput,
  RecoverOutputSchema,
} from '../../../contract/sync-recovery.ts'
import { type ApplicationsOutput, ApplicationsOutputSchema } from '../../../contract/sync-applications.ts'
import { type FiguresOutput, FiguresOutputSchema } from '../../../contract/sync-figures.ts'
import { type ProgressOutput, ProgressOutputSchema } from '../../../contract/sync-progress.ts'
import { type PublishedOutput, PublishedOutputSchema } from '../../../contract/sync-published.ts'
import { type SnapshotOutput, SnapshotOutputSchema } from '../../../contract/sync-snapshot.ts'
import type { Result } from '../../../domain/result.ts'
import { boundedRequest } from './bounded-request.ts'
import type { Timers } from './timers.ts'
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
  /** Heads of the center's history at some commit numbers. */
  readonly heads: (
    token: string,
    input: { readonly center: string; readonly at: readonly number[] },
  ) => Answer<HeadsOutput>
  /** A part of what a device that begins is given (SYN-60). */
  readonly snapshot: (
    token: string,
    input: { readonly center: string; readonly at: number; readonly part: string },
  ) => Answer<SnapshotOutput>
  /** What a public terminal is told (SYN-90). */
  readonly progress: (
    token: string,
    input: { readonly center: string; readonly after: number },
  ) => Answer<ProgressOutput>
  /** What a public terminal is given to read (SYN-100). */
  readonly published: (
    token: string,
    input: { readonly center: string; readonly after: number },
  ) => Answer<PublishedOutput>
  /** Applications of other systems that wait for a window (OPN-14). */
  readonly applications: (
    token: string,
    input: { readonly center: string; readonly after: number },
  ) => Answer<ApplicationsOutput>
  /** What a public terminal is told of the work of its center (BRD-1). */
  readonly figures: (token: string, input: { readonly center: string }) => Answer<FiguresOutput>
  /** What the server vouches for of other devices (SYN-110). */
  readonly certificates: (
    token: string,
    input: { readonly center: string; readonly devices: readonly string[] },
  ) => Answer<CertificatesOutput>
  /** A stretch of any chain that a restored server has lost. */
  readonly recover: (token: string, input: RecoverInput) => Answer<RecoverOutput>
  /** One operation that the server fails on. */
  readonly quarantine: (token: string, input: QuarantineInput) => Answer<PushOutput>
}

const small = { timeoutMs: 15_000, maxAnswerBytes: 256 * 1024 }
const pushing = { timeoutMs: 45_000, maxAnswerBytes: 1024 * 1024 }
/** A page holds 4 MiB of operations; written into JSON they may double, and one operation alone may be larger than a page. */
const pulling = { timeoutMs: 60_000, maxAnswerBytes: 16 * 1024 * 1024 }

export const serverApi = (fetcher: typeof fetch, base: string, signal: AbortSignal, timers?: Timers): ServerApi => ({
  enrol: (body) =>
    boundedRequest(fetcher, {
      ...small,
      method: 'POST',
      url: `${base}/sync/v1/enrol`,
      token: null,
      body,
      answer: EnrolOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
  challenge: () =>
    boundedRequest(fetcher, {
      ...small,
      method: 'POST',
      url: `${base}/sync/v1/challenge`,
      token: null,
      answer: ChallengeOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
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
      ...(timers === undefined ? {} : { timers }),
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
      ...(timers === undefined ? {} : { timers }),
    }),
  pull: (token, { center, after, limit }) =>
    boundedRequest(fetcher, {
      ...pulling,
      method: 'GET',
      url: `${base}/sync/v1/pull?center=${center}&after=${after}&limit=${limit}`,
      token,
      answer: PullOutputSchema,
      read: readPullOutput,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
  heads: (token, { center, at }) =>
    boundedRequest(fetcher, {
      ...small,
      method: 'GET',
      url: `${base}/sync/v1/heads?center=${center}&at=${at.join(',')}`,
      token,
      answer: HeadsOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
  snapshot: (token, { center, at, part }) =>
    boundedRequest(fetcher, {
      ...pulling,
      method: 'GET',
      url: `${base}/sync/v1/snapshot?center=${center}&at=${at}&part=${encodeURIComponent(part)}`,
      token,
      answer: SnapshotOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
  progress: (token, { center, after }) =>
    boundedRequest(fetcher, {
      ...pulling,
      method: 'GET',
      url: `${base}/sync/v1/progress?center=${center}&after=${after}`,
      token,
      answer: ProgressOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
  published: (token, { center, after }) =>
    boundedRequest(fetcher, {
      ...pulling,
      method: 'GET',
      url: `${base}/sync/v1/published?center=${center}&after=${after}`,
      token,
      answer: PublishedOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
  applications: (token, { center, after }) =>
    boundedRequest(fetcher, {
      ...pulling,
      method: 'GET',
      url: `${base}/sync/v1/applications?center=${center}&after=${after}`,
      token,
      answer: ApplicationsOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
  certificates: (token, { center, devices }) =>
    boundedRequest(fetcher, {
      ...small,
      method: 'GET',
      url: `${base}/sync/v1/certificates?center=${center}&devices=${devices.join(',')}`,
      token,
      answer: CertificatesOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
  figures: (token, { center }) =>
    boundedRequest(fetcher, {
      ...small,
      method: 'GET',
      url: `${base}/sync/v1/figures?center=${center}`,
      token,
      answer: FiguresOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
  recover: (token, body) =>
    boundedRequest(fetcher, {
      ...pushing,
      method: 'POST',
      url: `${base}/sync/v1/recover`,
      token,
      body,
      answer: RecoverOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
  quarantine: (token, body) =>
    boundedRequest(fetcher, {
      ...pushing,
      method: 'POST',
      url: `${base}/sync/v1/quarantine`,
      token,
      body,
      answer: PushOutputSchema,
      signal,
      ...(timers === undefined ? {} : { timers }),
    }),
})
