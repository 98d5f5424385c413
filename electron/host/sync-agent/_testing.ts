// A server in a few lines for the tests of the agent: keeps what it is sent and can be made to fail. The real one is put together with the
// real agent in e2e/.
import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type { PulledOperation, PushInput } from '../../../contract/sync.ts'
import { genesisHash } from '../../../contract/operation.ts'
import { chainText, headText } from '../../../contract/sync-texts.ts'
import { aServiceIntake, day } from '../../../domain/case/_testing.ts'
import type { Store } from '../../../db/store.ts'
import { createUuidV7 } from '../uuid-v7.ts'

export const newId = createUuidV7(() => Date.now())
export const serverUrl = 'https://center.example'
const epoch = '0199f000-0000-7000-8000-00000000e001'

/** What happens to a request in place of an answer, or to the answer. */
export type Fault = (request: FakeRequest, answer: () => Response) => Response | Promise<Response>

export interface FakeRequest {
  readonly path: string
  readonly body: unknown
  readonly signal: AbortSignal
  readonly headers: Headers
}

export interface FakeServer {
  readonly fetch: typeof fetch
  /** Paths asked for, in order. */
  readonly requests: FakeRequest[]
  /** Committed history. */
  readonly log: PulledOperation[]
  /** Texts committed for the device. */
  readonly taken: string[]
  /** In force until it is taken away; `path` limits it to some requests. */
  fault: { readonly path?: string; readonly apply: Fault } | null
  epoch: string
  /** Adds an operation of somebody else to the history. */
  readonly addForeign: (canon: string) => void
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

export const refusal = (code: string, status: number, data?: unknown, headers: Record<string, string> = {}): Response =>
  json({ defined: true, code, status, message: code, data }, status, headers)

export const createFakeServer = (): FakeServer => {
  const chain: { canon: string; hash: string; cseq: number }[] = []
  const commit = (canon: string, hash: string) => {
    const cseq = server.log.length + 1
    const head = sha256(headText(server.log.at(-1)?.head ?? genesisHash, cseq, hash, 'applied'))
    server.log.push({
      cseq,
      canon,
      hash,
      verdict: 'applied',
      reason: null,
      ref: null,
      committedAt: 1_800_000_000_000,
      hlcEff: '',
      sig: null,
      head,
    })
    return cseq
  }
  const push = (input: PushInput): Response => {
    if (input.epoch !== server.epoch) return refusal('EPOCH_CHANGED', 409, { ack: chain.length, seq: null })
    if (input.fromSeq > chain.length + 1) return refusal('GAP', 409, { ack: chain.length, seq: input.fromSeq })
    let hash = input.prevHash
    const verdicts = input.ops.map((canon, at) => {
      hash = sha256(chainText(hash, canon))
      const seq = input.fromSeq + at
      const known = chain[seq - 1]
      const cseq = known?.cseq ?? commit(canon, hash)
      if (known === undefined) {
        chain.push({ canon, hash, cseq })
        server.taken.push(canon)
      }
      return { seq, verdict: 'applied', reason: null, ref: null, cseq, committedAt: 1_800_000_000_000 }
    })
    return json({
      epoch: server.epoch,
      ack: chain.length,
      safe: 0,
      verdicts,
      intake: false,
      serverTime: 1_800_000_000_000,
    })
  }
  const pull = (query: URLSearchParams): Response => {
    const after = Number(query.get('after'))
    const newest = server.log.at(-1)
    return json({
      epoch: server.epoch,
      ops: server.log.slice(after, after + Number(query.get('limit'))),
      head: server.log.length,
      headHash: newest?.head ?? genesisHash,
      afterHash: server.log[after - 1]?.head ?? genesisHash,
      checkpoint: null,
      serverTime: 1_800_000_000_000,
    })
  }
  const answer = (url: URL, body: unknown): Response => {
    switch (url.pathname) {
      case '/sync/v1/challenge':
        return json({ nonce: 'nonce' })
      case '/sync/v1/hello':
        return json({
          proto: { min: 1, max: 1 },
          epoch: server.epoch,
          ack: chain.length,
          safe: 0,
          token: 'token',
          expiresAt: 1_800_000_600_000,
          serverTime: 1_800_000_000_000,
          kinds: {},
          collecting: false,
          revoked: false,
          serverKey: '',
          certificate: '',
        })
      case '/sync/v1/push':
        // The agent's own request; its shape is what the real server's tests check.
        return push(body as PushInput)
      case '/sync/v1/pull':
        return pull(url.searchParams)
      default:
        return refusal('NOT_FOUND', 404)
    }
  }
  const server: FakeServer = {
    requests: [],
    log: [],
    taken: [],
    fault: null,
    epoch,
    addForeign: (canon) => {
      commit(canon, sha256(chainText(genesisHash, canon)))
    },
    fetch: async (input, init) => {
      const url = new URL(typeof input === 'object' && 'url' in input ? input.url : input)
      const body: unknown =
        init?.body instanceof Uint8Array ? JSON.parse(gunzipSync(init.body).toString('utf8')) : undefined
      const signal = init?.signal ?? new AbortController().signal
      const request = { path: url.pathname, body, signal, headers: new Headers(init?.headers) }
      server.requests.push(request)
      const { fault } = server
      const honest = () => answer(url, body)
      return fault !== null && (fault.path === undefined || fault.path === url.pathname)
        ? fault.apply(request, honest)
        : honest()
    },
  }
  return server
}

/** Never answers; ends as fetch does when it is aborted. */
export const silence: Fault = ({ signal }) =>
  new Promise((_resolve, reject) => {
    const abort = () => {
      reject(new DOMException('aborted', 'AbortError'))
    }
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort)
  })

let cases = 0

/** Takes in a case on this store, as `perform` does. */
export const takeIn = (store: Store, actor = 'staff-1'): string => {
  const device = store.read.meta.findDevice()
  if (device === null) throw new Error('no device')
  const entity = newId()
  cases += 1
  store.transact((writer) => {
    const caseNo = writer.cases.nextCaseNo(device.center, day('2026-09-28'), device.deviceNo)
    writer.cases.record(
      { kind: 'service.accept', data: { caseNo, on: day('2026-09-28'), intake: aServiceIntake() } },
      { op: newId(), entity, base: 0, actor, session: null, wall: Date.now(), mono: cases },
    )
  })
  return entity
}

export const enrolStore = (store: Store): void => {
  store.transact(({ meta }) => {
    meta.setDevice({ device: newId(), deviceNo: 'W03', center: '990123' })
    meta.set('server', serverUrl)
    meta.set('epoch', epoch)
  })
}
