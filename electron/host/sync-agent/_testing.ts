// A server in a few lines for the tests of the agent: keeps what it is sent and can be made to fail. The real one is put together with the
// real agent in e2e/.
import { gunzipSync } from 'node:zlib'
import type { HelloInput, PulledOperation, PushInput } from '../../../contract/sync.ts'
import type { RecoverInput } from '../../../contract/sync-recovery.ts'
import { genesisHash } from '../../../contract/operation.ts'
import { chainText } from '../../../contract/sync-texts.ts'
import { aServiceIntake, day } from '../../../domain/case/_testing.ts'
import type { Store } from '../../../db/store.ts'
import { createUuidV7 } from '../uuid-v7.ts'
import { type FakeCenter, type FakeRefusal, createFakeCenter, firstEpoch, sha256 } from './_fake-center.ts'
import { deviceKeyOf } from './device-key.ts'

export const newId = createUuidV7(() => Date.now())
export const serverUrl = 'https://center.example'

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
  readonly center: FakeCenter
  /** Paths asked for, in order. */
  readonly requests: FakeRequest[]
  /** Committed history. */
  readonly log: PulledOperation[]
  /** Texts taken from devices, in their order. */
  readonly taken: string[]
  /** What revoked devices handed in. */
  readonly intake: string[]
  readonly revoked: Set<string>
  /** Own failure of the server on a batch that holds such a text. */
  poison: (canon: string) => boolean
  /** Commit number of the head that it signs; 0 = none. */
  signedTo: number
  certificate: string
  /** In force until it is taken away; `path` limits it to some requests. */
  fault: { readonly path?: string; readonly apply: Fault } | null
  epoch: string
  /** Adds an operation of somebody else to the history. */
  readonly addForeign: (canon: string) => void
}

export const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } })

export const refusal = (code: string, status: number, data?: unknown, headers: Record<string, string> = {}): Response =>
  json({ defined: true, code, status, message: code, data }, status, headers)

const refused = ({ code, ack, seq }: FakeRefusal): Response =>
  refusal(code, code === 'SCOPE_FORBIDDEN' ? 403 : 409, ack === undefined ? undefined : { ack, seq: seq ?? null })

export const createFakeServer = (center: FakeCenter = createFakeCenter()): FakeServer => {
  const serverTime = 1_800_000_000_000
  const push = (input: PushInput, reason?: string): Response => {
    const { device, inc } = input
    if (server.revoked.has(device)) {
      if (input.fromSeq > server.intake.length + 1)
        return refused({ code: 'GAP', ack: server.intake.length, seq: null })
      server.intake.push(...input.ops.slice(server.intake.length + 1 - input.fromSeq))
      const kept = { ack: input.fromSeq + input.ops.length - 1, safe: 0, verdicts: [], intake: true }
      return json({ epoch: server.epoch, ...kept, serverTime })
    }
    if (reason === undefined && input.ops.some(server.poison)) return refusal('INTERNAL_SERVER_ERROR', 500)
    const before = center.ackOf(device, inc)
    const taken = center.push(input, reason)
    if ('code' in taken) return refused(taken)
    server.taken.push(...input.ops.slice(Math.max(0, before + 1 - input.fromSeq)))
    const verdicts = [...taken]
    const ack = center.ackOf(device, inc)
    return json({ epoch: server.epoch, ack, safe: center.safeOf(device, inc), verdicts, intake: false, serverTime })
  }
  const pull = (query: URLSearchParams): Response => {
    const after = Number(query.get('after'))
    return json({
      epoch: server.epoch,
      ops: server.log.slice(after, after + Number(query.get('limit'))),
      head: server.log.length,
      headHash: center.headAt(server.log.length),
      afterHash: center.headAt(after) ?? '0'.repeat(64),
      checkpoint: server.signedTo === 0 ? null : center.checkpoint(server.signedTo),
      serverTime,
    })
  }
  const heads = (query: URLSearchParams): Response => {
    const found = (query.get('at') ?? '').split(',').flatMap((text) => {
      const head = center.headAt(Number(text))
      return head === null ? [] : [{ cseq: Number(text), head }]
    })
    return json({ epoch: server.epoch, newest: server.log.length, heads: found })
  }
  const certificates = (query: URLSearchParams): Response => {
    const asked = (query.get('devices') ?? '').split(',')
    const told = asked.filter((device) => center.vouchesFor(device))
    return json({
      epoch: server.epoch,
      certificates: told.map((device) => ({ device, certificate: `certificate of ${device}` })),
    })
  }
  const hello = (input: HelloInput): Response => {
    const { device, inc } = input
    const revoked = server.revoked.has(device)
    const no = revoked ? null : center.hello(input)
    if (no !== null) return refused(no)
    return json({
      proto: { min: 1, max: 1 },
      epoch: server.epoch,
      ack: revoked ? server.intake.length : center.ackOf(device, inc),
      safe: center.safeOf(device, inc),
      token: `token ${server.epoch}`,
      expiresAt: serverTime + 600_000,
      serverTime,
      kinds: {},
      collecting: center.collecting,
      revoked,
      serverKey: center.serverKey,
      certificate: server.certificate,
    })
  }
  const answer = (url: URL, body: unknown, headers: Headers): Response => {
    const { pathname, searchParams } = url
    if (pathname === '/sync/v1/challenge') return json({ nonce: 'nonce' })
    // Bodies are the agent's own requests; their shape is what the real server's tests check.
    if (pathname === '/sync/v1/hello') return hello(body as HelloInput)
    if (headers.get('authorization') !== `Bearer token ${server.epoch}`) return refusal('TOKEN_INVALID', 401)
    switch (pathname) {
      case '/sync/v1/push':
        return push(body as PushInput)
      case '/sync/v1/quarantine':
        return push(body as PushInput, 'put_aside')
      case '/sync/v1/recover': {
        const done = center.recover(body as RecoverInput)
        return 'code' in done ? refused(done) : json({ epoch: server.epoch, ...done })
      }
      case '/sync/v1/certificates':
        return certificates(searchParams)
      case '/sync/v1/applications':
        return json({ epoch: server.epoch, rules: '1', upTo: 0, head: 0, rows: [], gone: [] })
      case '/sync/v1/heads':
        return heads(searchParams)
      case '/sync/v1/pull':
        return pull(searchParams)
      default:
        return refusal('NOT_FOUND', 404)
    }
  }
  const server: FakeServer = {
    center,
    requests: [],
    log: center.log,
    taken: [],
    intake: [],
    revoked: new Set(),
    poison: () => false,
    signedTo: 0,
    certificate: '',
    fault: null,
    get epoch() {
      return center.epoch
    },
    set epoch(epoch) {
      center.epoch = epoch
    },
    addForeign: (canon) => {
      center.commit(canon, sha256(chainText(genesisHash, canon)))
    },
    fetch: async (input, init) => {
      const url = new URL(typeof input === 'object' && 'url' in input ? input.url : input)
      const body: unknown =
        init?.body instanceof Uint8Array ? JSON.parse(gunzipSync(init.body).toString('utf8')) : undefined
      const signal = init?.signal ?? new AbortController().signal
      const request = { path: url.pathname, body, signal, headers: new Headers(init?.headers) }
      server.requests.push(request)
      const { fault } = server
      const honest = () => answer(url, body, request.headers)
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
export const takeIn = (store: Store, actor = 'staff-1', on = day('2026-09-28')): string => {
  const device = store.read.meta.findDevice()
  if (device === null) throw new Error('no device')
  const entity = newId()
  cases += 1
  store.transact((writer) => {
    const caseNo = writer.cases.nextCaseNo(device.center, on, device.deviceNo)
    writer.cases.record(
      { kind: 'service.accept', data: { caseNo, on, intake: aServiceIntake() } },
      { op: newId(), entity, base: 0, actor, session: null, wall: Date.now(), mono: cases },
    )
  })
  return entity
}

export const enrolStore = (store: Store, server?: FakeServer, deviceNo = 'W03'): void => {
  const device = newId()
  server?.center.keys.set(device, deviceKeyOf(store).publicKey)
  store.transact(({ meta }) => {
    meta.setDevice({ device, deviceNo, center: '990123' })
    meta.set('server', serverUrl)
    meta.set('epoch', server?.epoch ?? firstEpoch)
  })
}
