// The model of the server against the server: what real desks ask goes to both, and both must answer the same.
import { gunzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TestStore } from '../../../db/_testing.ts'
import { openTestStore } from '../../../db/_testing.ts'
import type { Role } from '../../../domain/case/role.ts'
import { createPerform } from '../../../electron/host/perform/create-perform.ts'
import { createPerformRecord } from '../../../electron/host/perform/perform-record.ts'
import { type SyncAgent, createSyncAgent } from '../../../electron/host/sync-agent/agent.ts'
import { type TestDatabase, makeTestDatabase } from '../../../server/_testing/test-database.ts'
import {
  type TestCenter,
  codeFor,
  makeColleagues,
  makeTestCenter,
  startTestServer,
  testCenter,
} from '../../../server/_testing/test-server.ts'
import { revokeDevice } from '../../../server/admin/revoke-device.ts'
import { markCollected, markRestored } from '../../../server/restore/restored.ts'
import type { RunningServer } from '../../../server/serve.ts'
import { getEpoch } from '../../../server/store/identity.ts'
import { drawWish } from '../clerk.ts'
import type { Draws } from '../desk.ts'
import { createRandom } from '../random.ts'
import { loadCenter } from './load-center.ts'
import type { CenterAnswer, MemoryCenter } from './memory-center.ts'

let database: TestDatabase
let center: TestCenter
let server: RunningServer
let colleagues: Readonly<Record<Role, string>>
beforeEach(async () => {
  database = await makeTestDatabase()
  center = await makeTestCenter(database.url)
  colleagues = await makeColleagues(center.db)
  server = await startTestServer(database.url)
})
afterEach(async () => {
  await server.stop()
  await center.close()
  await database.drop()
})

interface OracleDesk {
  readonly disk: TestStore
  agent: SyncAgent
}

it.each<[Draws, number]>([
  ['first', 4],
  // What a server does by itself carries ids that it makes up: of `all` no two histories are the same.
  ['contacts', 5],
])('answers every request of desks at work as the server does (draws %s, seed %i)', async (draws, seed) => {
  const random = createRandom(seed)
  let model: MemoryCenter | null = null
  const differences: string[] = []
  let asked = 0

  /** Asks both; the desk gets the answer of the real one. */
  const both: typeof fetch = async (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const response = await fetch(input, init)
    if (model === null) return response
    const real: CenterAnswer = { status: response.status, body: await response.clone().json() }
    const body: unknown =
      init?.body instanceof Uint8Array ? JSON.parse(gunzipSync(init.body).toString('utf8')) : undefined
    const token = new Headers(init?.headers).get('authorization')?.replace('Bearer ', '') ?? null
    const modelled = model.handle(
      { path: url.pathname, query: Object.fromEntries(url.searchParams), token, body },
      timeOf(real) ?? Date.now(),
    )
    asked += 1
    const [one, other] = [comparable(real), comparable(modelled)]
    if (one !== other) differences.push(`${url.pathname}\n  server ${one}\n  model  ${other}`)
    return response
  }
  const agentOf = (disk: TestStore): SyncAgent =>
    createSyncAgent({
      store: disk.store,
      now: Date.now,
      random: random.next,
      appVersion: '0',
      fetch: both,
      erase: () => Promise.resolve(),
    })
  const desks: OracleDesk[] = []
  for (const deviceNo of ['W31', 'W32', 'W33']) {
    const disk = openTestStore({ device: null })
    const agent = agentOf(disk)
    expect((await agent.enrol({ server: server.url, code: await codeFor(center.db, deviceNo) })).ok).toBe(true)
    desks.push({ disk, agent })
  }
  const twin = await loadCenter(center.db, testCenter)
  model = twin

  const work = ({ disk: { store } }: OracleDesk) => {
    const deps = { store, now: Date.now, monotonic: () => 0, newId: () => random.uuid(Date.now()) }
    const wish = drawWish(random, {
      cases: [...twin.state.cases.keys()].filter((id) => store.read.cases.find(id) !== null),
      records: [...twin.state.records.keys()].filter((id) => store.read.records.find(id) !== null),
      wall: Date.now(),
      draws,
      find: (caseId) => store.read.cases.find(caseId)?.state ?? null,
    })
    const actor = { staffId: colleagues[wish.role], role: wish.role, session: null }
    if (wish.type === 'record') {
      const recordId = wish.recordId ?? deps.newId()
      const base = store.read.records.find(recordId)?.state.version ?? 0
      createPerformRecord(deps)({ recordId, base, act: wish.act }, actor)
      return
    }
    const { act } = wish
    // The file lies on the disk before the act (ATT-1); its bytes are no part of the model.
    if (act.kind === 'case.attach' && store.read.blobs.find(act.blob) === null)
      store.transact((writer) => writer.blobs.add({ id: act.blob, size: act.size }, Date.now()))
    const caseId = wish.type === 'open' ? deps.newId() : wish.caseId
    createPerform(deps)({ caseId, base: store.read.cases.find(caseId)?.state.version ?? 0, act }, actor)
  }
  /** Works at all desks, and lets each sync when chance wants it. */
  const hours = async (rounds: number) => {
    for (let n = 0; n < rounds; n++) {
      for (const desk of desks) {
        for (let acts = random.int(4); acts > 0; acts--) work(desk)
        if (random.chance(0.5)) await desk.agent.now()
      }
    }
  }
  const reopen = async (desk: OracleDesk) => {
    await desk.agent.stop()
    desk.disk.reopen()
    desk.agent = agentOf(desk.disk)
  }

  await hours(18)
  for (const desk of desks) await reopen(desk)
  await hours(6)
  // What a fork leads to: the store begins a new chain, and its base and tip are compared.
  desks[0]?.disk.store.transact((writer) => writer.sync.beginIncarnation(random.uuid(Date.now()), 'own_ack'))
  await reopen(desks[0] ?? never())
  await hours(6)
  await restore(twin)
  await hours(6)
  expect((await markCollected(center.db, Date.now(), true)).ok).toBe(true)
  twin.collected()
  await hours(3)
  const revoked = desks[2]?.disk.store.read.meta.findDevice()?.device ?? ''
  expect((await revokeDevice(center.db, testCenter, 'W33')).ok).toBe(true)
  twin.revoke(revoked, Date.now())
  await hours(3)
  for (const { agent } of desks) await agent.now()

  expect(differences.slice(0, 3)).toEqual([])
  expect(asked).toBeGreaterThan(120)
  expect(twin.state.log.length).toBeGreaterThan(60)
  for (const { agent, disk } of desks) {
    await agent.stop()
    disk.remove()
  }
})

/** The real database stays where it is, as after a restore that lost nothing; the epoch and the server's chain are other ones on both. */
const restore = async (twin: MemoryCenter): Promise<void> => {
  expect((await markRestored(center.db, Date.now())).ok).toBe(true)
  twin.backUp(Date.now())
  twin.restore(twin.backups().length - 1, Date.now())
  twin.state.epoch = await getEpoch(center.db)
}

const never = (): never => {
  throw new Error('there is no such desk')
}

/** When the server took it: what it does by itself because of it carries that time. */
const timeOf = ({ body }: CenterAnswer): number | null =>
  typeof body === 'object' && body !== null && 'serverTime' in body && typeof body.serverTime === 'number'
    ? body.serverTime
    : null

/** Without what only a clock says, and what proves only itself. */
const comparable = ({ status, body }: CenterAnswer): string =>
  JSON.stringify({ status, body }, (key, value: unknown) => (passing.has(key) ? undefined : sorted(value)))

const passing: ReadonlySet<string> = new Set([
  'committedAt',
  'serverTime',
  'timeToken',
  // Parcels are no part of the model.
  'sealKey',
  'expiresAt',
  'token',
  'nonce',
  'checkpoint',
  'message',
  'defined',
  'status',
])

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value
