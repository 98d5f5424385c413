import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type TestStore, openTestStore } from '../../../db/_testing.ts'
import type { Store } from '../../../db/store.ts'
import { StoreError } from '../../../db/store-error.ts'
import {
  type Fault,
  type FakeServer,
  createFakeServer,
  enrolStore,
  json,
  refusal,
  silence,
  takeIn,
} from './_testing.ts'
import { type SyncAgent, createSyncAgent } from './agent.ts'

let disk: TestStore
let server: FakeServer
let agent: SyncAgent

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
  disk = openTestStore({ device: null })
  enrolStore(disk.store)
  server = createFakeServer()
  agent = agentOf(disk.store)
})
afterEach(async () => {
  await agent.stop()
  disk.remove()
  vi.useRealTimers()
})

const agentOf = (store: Store, failed?: (error: unknown) => void) =>
  createSyncAgent({
    ...(failed === undefined ? {} : { failed }),
    store,
    now: () => Date.now(),
    random: () => 0.5,
    appVersion: '0',
    erase: () => Promise.reject(new Error('nothing here erases')),
    fetch: server.fetch,
  })

/** Lets the faked clock run, and the real work between its ticks, until `met`; at most ten faked minutes. */
const clockUntil = async (met: () => boolean) => {
  for (let ticks = 0; ticks < 1200 && !met(); ticks++) {
    await vi.advanceTimersByTimeAsync(500)
    // Compression runs on another thread, outside of the faked clock.
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(met()).toBe(true)
}
const isDelivered = () => agent.status().waiting === 0 && agent.status().state === 'idle'
const settled = (code: string) => () => agent.status().lastError?.code === code

describe('the sync agent', () => {
  it('delivers what was saved before it started, and then what is saved, by itself', async () => {
    takeIn(disk.store)
    takeIn(disk.store)
    expect(agent.status()).toMatchObject({ state: 'offline', waiting: 2, lastContactAt: null })
    agent.start()
    await clockUntil(isDelivered)
    expect(server.taken).toHaveLength(2)
    takeIn(disk.store)
    expect(agent.status().waiting).toBe(1)
    await clockUntil(isDelivered)
    expect(server.taken).toHaveLength(3)
    expect(agent.status()).toMatchObject({
      state: 'idle',
      attention: 0,
      lastError: null,
      lastContactAt: expect.any(Number),
    })
  })

  it('[SYN-117] keeps how its contacts went: what was sent, what came, and why one broke off', async () => {
    takeIn(disk.store)
    takeIn(disk.store)
    server.addForeign('{"not":"ours"}')
    agent.start()
    await clockUntil(() => isDelivered() && disk.store.read.sync.cursor('990123').cseq > 0)
    const sum = () =>
      disk.store.read.contacts.list().reduce((all, { sent, got }) => ({ sent: all.sent + sent, got: all.got + got }), {
        sent: 0,
        got: 0,
      })
    expect(sum()).toEqual({ sent: 2, got: 1 })
    expect(disk.store.read.contacts.list().every(({ code }) => code === null)).toBe(true)
    server.fault = { path: '/sync/v1/push', apply: () => Promise.reject(new TypeError('fetch failed')) }
    takeIn(disk.store)
    await clockUntil(() => agent.status().lastError !== null)
    expect(disk.store.read.contacts.list()[0]).toMatchObject({ code: agent.status().lastError?.code, sent: 0 })
  })

  it('looks for news of others when it has nothing to say', async () => {
    agent.start()
    await clockUntil(isDelivered)
    server.addForeign('{"not":"ours"}')
    await clockUntil(() => disk.store.read.sync.cursor('990123').cseq === 1)
  })

  it('sends operations byte for byte as they are stored, in the order they were made', async () => {
    const entities = [takeIn(disk.store), takeIn(disk.store), takeIn(disk.store)]
    agent.start()
    await clockUntil(isDelivered)
    expect(server.taken).toEqual(entities.map((entity) => disk.store.read.log.ofEntity(entity)[0]?.canon))
  })

  const failures: Readonly<Record<string, Fault>> = {
    'no network': () => Promise.reject(new TypeError('fetch failed')),
    'a server that never answers': silence,
    'an answer that breaks off': () =>
      new Response(
        new ReadableStream({
          start: (controller) => {
            controller.enqueue(Buffer.from('{"epoch":'))
          },
          pull: (controller) => {
            controller.error(new TypeError('terminated'))
          },
        }),
      ),
    'an error of the server': () => refusal('INTERNAL_SERVER_ERROR', 500),
    'an error page of a proxy': () => new Response('<html>Bad Gateway</html>', { status: 502 }),
    'a server that is away for service': () => new Response('', { status: 503, headers: { 'retry-after': '30' } }),
    'a server that has too much to do': () => refusal('BUSY', 429, undefined, { 'retry-after': '3' }),
    'a request found too large': () => refusal('TOO_LARGE', 413),
    'a token that is not taken': () => refusal('TOKEN_INVALID', 401),
    'an incarnation that is not known': () => refusal('INCARNATION_UNKNOWN', 409),
    'a signature that is not taken': () => refusal('SIGNATURE_INVALID', 401),
    'a refusal nobody knows': () => refusal('SOMETHING_NEW', 418),
    'no JSON': () => new Response('hello'),
    'JSON of another shape': () => json({ hello: 'world' }),
    'an answer without end': () =>
      new Response(new ReadableStream({ pull: (controller) => controller.enqueue(Buffer.alloc(65_536)) })),
    'a redirect': () => Promise.reject(new TypeError('unexpected redirect')),
  }
  const paths = ['/sync/v1/challenge', '/sync/v1/hello', '/sync/v1/push', '/sync/v1/pull']

  // A server that fails on one push again and again has that operation put aside (recovery.test.ts).
  const pairs = Object.keys(failures).flatMap((name) => paths.map((path) => [name, path] as const))
  it.each(pairs.filter(([name, path]) => name !== 'an error of the server' || path !== '/sync/v1/push'))(
    '[SYN-21] goes on by itself after %s at %s',
    async (name, path) => {
      const apply = failures[name] ?? silence
      takeIn(disk.store)
      server.fault = { path, apply }
      agent.start()
      await clockUntil(() => server.requests.filter((request) => request.path === path).length >= 3)
      await clockUntil(() => agent.status().lastError !== null)
      expect(agent.status().state).toBe('offline')
      server.fault = null
      await clockUntil(isDelivered)
      expect(server.taken).toHaveLength(1)
      expect(agent.status().lastError).toBeNull()
    },
  )

  it('[SYN-21] goes on after a push whose answer was lost, and nothing is there twice', async () => {
    for (let n = 0; n < 5; n++) takeIn(disk.store)
    server.fault = {
      path: '/sync/v1/push',
      apply: (_request, answer) => {
        answer()
        server.fault = null
        return Promise.reject(new TypeError('other side closed'))
      },
    }
    agent.start()
    await clockUntil(isDelivered)
    expect(server.taken).toHaveLength(5)
  })

  it('[SYN-21] goes on when the local store fails for a while', async () => {
    takeIn(disk.store)
    let full = true
    const store: Store = {
      ...disk.store,
      transact: (work) => {
        if (full) throw new StoreError('disk_full', 'no space')
        return disk.store.transact(work)
      },
    }
    await agent.stop()
    const heard: unknown[] = []
    agent = agentOf(store, (error) => heard.push(error))
    agent.start()
    await clockUntil(settled('local_store_failed'))
    // JRN-16: whoever can do something about a damaged store hears of it.
    expect(heard[0]).toMatchObject({ name: 'StoreError', code: 'disk_full' })
    full = false
    await clockUntil(isDelivered)
  })

  it('[SYN-21] waits longer with every failure, and as long as the server asks', async () => {
    server.fault = { apply: () => Promise.reject(new TypeError('fetch failed')) }
    agent.start()
    const waits: number[] = []
    for (let n = 1; n <= 9; n++) {
      await clockUntil(() => server.requests.length === n && agent.status().nextTryAt !== null)
      waits.push((agent.status().nextTryAt ?? 0) - (agent.status().lastError?.at ?? 0))
    }
    expect(waits).toEqual([750, 1500, 3000, 6000, 12_000, 24_000, 48_000, 90_000, 90_000])
    server.fault = { apply: () => new Response('', { status: 503, headers: { 'retry-after': '200' } }) }
    await clockUntil(settled('server_failed'))
    expect((agent.status().nextTryAt ?? 0) - (agent.status().lastError?.at ?? 0)).toBe(225_000)
  })

  it('[SYN-21] does not come earlier for a save while the server is away', async () => {
    server.fault = { apply: () => Promise.reject(new TypeError('fetch failed')) }
    agent.start()
    await clockUntil(() => server.requests.length === 4)
    await clockUntil(() => agent.status().nextTryAt !== null)
    const { nextTryAt } = agent.status()
    takeIn(disk.store)
    expect(agent.status().nextTryAt).toBe(nextTryAt)
  })

  it.each([
    ['device_revoked', '/sync/v1/hello', 403],
    ['device_unknown', '/sync/v1/hello', 401],
    ['scope_forbidden', '/sync/v1/pull', 403],
  ])('[SYN-22] stops at %s from %s, says so and deletes nothing', async (code, path, status) => {
    const entity = takeIn(disk.store)
    server.fault = { path, apply: () => refusal(code.toUpperCase(), status, { ack: 0, seq: 1 }) }
    agent.start()
    await clockUntil(() => agent.status().state === 'refused')
    expect(agent.status()).toMatchObject({ lastError: { code }, nextTryAt: null })
    const asked = server.requests.length
    await vi.advanceTimersByTimeAsync(3_600_000)
    takeIn(disk.store)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(server.requests).toHaveLength(asked)
    expect(disk.store.read.log.ofEntity(entity)).toHaveLength(1)
    server.fault = null
    expect(await agent.now()).toMatchObject({ state: 'idle', waiting: 0 })
  })

  it.each([
    ['fork', '/sync/v1/push', 409],
    ['fork', '/sync/v1/hello', 409],
    ['chain_broken', '/sync/v1/push', 409],
    ['epoch_changed', '/sync/v1/push', 409],
    ['epoch_changed', '/sync/v1/pull', 409],
    ['incarnation_waiting', '/sync/v1/hello', 409],
    ['protocol_unsupported', '/sync/v1/hello', 426],
  ])('[SYN-22] does not stop at %s from %s, however often it comes', async (code, path, status) => {
    takeIn(disk.store)
    server.fault = { path, apply: () => refusal(code.toUpperCase(), status, { ack: 0, seq: 1 }) }
    agent.start()
    await clockUntil(() => server.requests.filter((request) => request.path === path).length >= 5)
    expect(agent.status().state).not.toBe('refused')
    server.fault = null
    await clockUntil(isDelivered)
    expect(server.log.filter(({ verdict }) => verdict !== 'rejected')).toHaveLength(1)
    expect(disk.store.read.log.count()).toBe(1)
    expect(disk.store.verify().problems).toEqual([])
  })

  it('[SYN-14] does not take a page that does not give its own rolling hash, and asks again', async () => {
    server.addForeign('{"a":1}')
    const [first] = server.log
    if (first === undefined) throw new Error('nothing there')
    server.log[0] = { ...first, verdict: 'rejected' }
    agent.start()
    await clockUntil(settled('history_changed'))
    expect(disk.store.read.sync.cursor('990123').cseq).toBe(0)
    server.log[0] = first
    await clockUntil(() => disk.store.read.sync.cursor('990123').cseq === 1)
  })

  it('[SYN-14] sends again what a server has lost, from where it stands', async () => {
    for (let n = 0; n < 4; n++) takeIn(disk.store)
    agent.start()
    await clockUntil(isDelivered)
    await agent.stop()
    // A server that knows nothing of this device any more, under the same epoch.
    server = createFakeServer()
    agent = agentOf(disk.store)
    const before = disk.store.read.sync.cursor('990123')
    expect(before.cseq).toBe(4)
    agent.start()
    await clockUntil(() => server.taken.length === 4)
  })

  it('[SYN-14] goes back to where the server stands when it meets a gap', async () => {
    for (let n = 0; n < 4; n++) takeIn(disk.store)
    agent.start()
    await clockUntil(isDelivered)
    takeIn(disk.store)
    let gaps = 0
    server.fault = {
      path: '/sync/v1/push',
      apply: (_request, answer) => {
        gaps += 1
        return gaps === 1 ? refusal('GAP', 409, { ack: 2, seq: 5 }) : answer()
      },
    }
    await clockUntil(isDelivered)
    const pushes = server.requests
      .filter(({ path }) => path === '/sync/v1/push')
      .map(({ body }) => (body as { fromSeq: number }).fromSeq)
    expect(pushes).toEqual([1, 5, 3])
  })

  it('[SYN-20] makes its batches smaller until they are taken, down to one operation', async () => {
    for (let n = 0; n < 20; n++) takeIn(disk.store)
    const sizes: number[] = []
    server.fault = {
      path: '/sync/v1/push',
      apply: ({ body }, answer) => {
        const { ops } = body as { ops: string[] }
        sizes.push(ops.length)
        return ops.length > 2 ? refusal('TOO_LARGE', 413) : answer()
      },
    }
    agent.start()
    await clockUntil(isDelivered)
    expect(sizes.slice(0, 4)).toEqual([20, 10, 5, 2])
    expect(server.taken).toHaveLength(20)
  })

  it('[SYN-19] does not believe an answer that leaves out a verdict', async () => {
    takeIn(disk.store)
    takeIn(disk.store)
    server.fault = {
      path: '/sync/v1/push',
      apply: async (_request, answer) => {
        const whole = JSON.parse(await answer().text()) as { verdicts: unknown[] }
        return json({ ...whole, verdicts: whole.verdicts.slice(0, 1) })
      },
    }
    agent.start()
    await clockUntil(settled('answer_invalid'))
    expect(agent.status().waiting).toBe(2)
  })

  it('[SYN-6] signs on once, and again when its token has come to its end', async () => {
    agent.start()
    await clockUntil(isDelivered)
    const hellos = () => server.requests.filter(({ path }) => path === '/sync/v1/hello').length
    await vi.advanceTimersByTimeAsync(60_000)
    await clockUntil(() => server.requests.length > 4)
    expect(hellos()).toBe(1)
    await clockUntil(() => hellos() === 2)
    expect(server.requests.find(({ path }) => path === '/sync/v1/pull')?.headers.get('authorization')).toBe(
      `Bearer token ${server.epoch}`,
    )
  })

  it('[SYN-6] renews a token that is refused in the same exchange', async () => {
    takeIn(disk.store)
    server.fault = {
      path: '/sync/v1/push',
      apply: () => {
        server.fault = null
        return refusal('TOKEN_INVALID', 401)
      },
    }
    expect(await agent.now()).toMatchObject({ state: 'idle', waiting: 0, lastError: null })
    expect(server.requests.filter(({ path }) => path === '/sync/v1/hello')).toHaveLength(2)
  })

  it('tells its listeners of every turn, and one that fails keeps nobody from working', async () => {
    const states = new Set<string>()
    agent.onChange(() => {
      throw new Error('listener')
    })
    const stop = agent.onChange(() => states.add(agent.status().state))
    takeIn(disk.store)
    agent.start()
    await clockUntil(isDelivered)
    expect([...states]).toEqual(expect.arrayContaining(['offline', 'sending', 'idle']))
    stop()
    states.clear()
    takeIn(disk.store)
    await clockUntil(isDelivered)
    expect(states.size).toBe(0)
  })

  it('stopped in the middle of a request ends at once and never comes again', async () => {
    takeIn(disk.store)
    server.fault = { path: '/sync/v1/push', apply: silence }
    agent.start()
    await clockUntil(() => server.requests.some(({ path }) => path === '/sync/v1/push'))
    await agent.stop()
    const asked = server.requests.length
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(server.requests).toHaveLength(asked)
  })

  it('lists what waits', () => {
    takeIn(disk.store)
    expect(agent.report()).toMatchObject({
      server: 'https://center.example',
      status: { waiting: 1 },
      waiting: [{ kind: 'service.accept', caseNo: '990123-20260928-W03-0001' }],
      attention: [],
    })
  })

  it('without enrolment asks nobody', async () => {
    await agent.stop()
    const fresh = openTestStore({ device: null })
    agent = agentOf(fresh.store)
    agent.start()
    expect(await agent.now()).toMatchObject({ state: 'not_enrolled', waiting: 0 })
    await vi.advanceTimersByTimeAsync(600_000)
    expect(server.requests).toEqual([])
    await agent.stop()
    fresh.remove()
  })
})
