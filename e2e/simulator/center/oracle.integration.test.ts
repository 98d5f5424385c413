// The model of the server against the server: what real desks ask goes to both, and both must answer the same.
import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { TestStore } from '../../../db/_testing.ts'
import { openTestStore } from '../../../db/_testing.ts'
import type { Role } from '../../../domain/case/role.ts'
import { createPerform } from '../../../electron/host/perform/create-perform.ts'
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
import { createRandom } from '../random.ts'
import { loadCenter } from './load-center.ts'
import type { CenterAnswer, MemoryCenter } from './memory-center.ts'

let database: TestDatabase
let center: TestCenter
let server: RunningServer
let colleagues: Readonly<Record<Role, string>>
beforeAll(async () => {
  database = await makeTestDatabase()
  center = await makeTestCenter(database.url)
  colleagues = await makeColleagues(center.db)
  server = await startTestServer(database.url)
})
afterAll(async () => {
  await server.stop()
  await center.close()
  await database.drop()
})

const random = createRandom(4)

interface OracleDesk {
  readonly disk: TestStore
  agent: SyncAgent
}

it('answers every request of desks at work as the server does', async () => {
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
      Date.now(),
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
    const newId = () => random.uuid(Date.now())
    const cases = [...twin.state.cases.keys()].filter((id) => store.read.cases.find(id) !== null)
    const wish = drawWish(random, { cases, records: [], wall: Date.now() })
    if (wish.type === 'record') return
    const caseId = wish.type === 'open' ? newId() : wish.caseId
    const base = store.read.cases.find(caseId)?.state.version ?? 0
    const perform = createPerform({ store, now: Date.now, monotonic: () => 0, newId })
    perform({ caseId, base, act: wish.act }, { staffId: colleagues[wish.role], role: wish.role, session: null })
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
