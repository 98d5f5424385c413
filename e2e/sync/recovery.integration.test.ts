// What breaks, with everything real: stores, agents, server and PostgreSQL.
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OperationSchema } from '../../contract/operation.ts'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { patience } from '../../server/_testing/patience.ts'
import { type TestDatabase, makeTestDatabase } from '../../server/_testing/test-database.ts'
import { type TestCenter, makeTestCenter, startTestServer, testCenter } from '../../server/_testing/test-server.ts'
import { confirmIncarnation } from '../../server/admin/incarnations.ts'
import { revokeDevice } from '../../server/admin/revoke-device.ts'
import { verifyHistory } from '../../server/audit/verify-history.ts'
import { verifyStates } from '../../server/audit/verify-states.ts'
import { markCollected, markRestored } from '../../server/restore/restored.ts'
import type { RunningServer } from '../../server/serve.ts'
import { type Database, connect } from '../../server/store/connect.ts'
import { freePort } from '../../server/store/embedded/free-port.ts'
import { type TestDesk, openDesk } from './_testing.ts'

let database: TestDatabase
let actor: string
let port: number
let db: Database
let server: RunningServer
const desks: TestDesk[] = []

beforeAll(async () => {
  port = await freePort()
})
beforeEach(async () => {
  database = await makeTestDatabase()
  const center = await makeTestCenter(database.url)
  actor = center.actor
  await center.close()
  await up()
})
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.remove()
  await down()
  await database.drop()
})
afterAll(() => {
  expect(desks).toEqual([])
})

const up = async () => {
  db = connect(database.url, 4)
  server = await startTestServer(database.url, { listen: { host: '127.0.0.1', port, tls: null } })
}
const down = async () => {
  await server.stop()
  await db.destroy()
}
const centerNow = (): TestCenter => ({ db, actor, close: () => Promise.resolve() })
const desk = async (deviceNo: string, erase?: () => Promise<void>) => {
  const opened = await openDesk(centerNow(), server.url, deviceNo, erase)
  desks.push(opened)
  return opened
}

/** Runs statements while nobody is connected to the database: PostgreSQL copies none that is in use. */
const offline = async (...statements: readonly string[]) => {
  await down()
  const url = new URL(database.url)
  url.pathname = '/postgres'
  const admin = connect(url.href, 1)
  for (const statement of statements) await sql.raw(statement).execute(admin)
  await admin.destroy()
}
const name = () => new URL(database.url).pathname.slice(1)
const backUp = async () => {
  await offline(`create database ${name()}_backup template ${name()}`)
  await up()
}
const restore = async () => {
  await offline(`drop database ${name()}`, `alter database ${name()}_backup rename to ${name()}`)
  await up()
}

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const
const print = { kind: 'letter.print', letter: 'service_acceptance', templateVersion: '1', copies: 1 } as const

/** Ids of the operations in force, with how often each is. */
const inForce = async () => {
  const rows = await db
    .selectFrom('op_log')
    .select('canon')
    .where('verdict', 'in', ['applied', 'merged'])
    .where('entity', 'not like', '%:%')
    .orderBy('cseq')
    .execute()
  return rows.map(({ canon }) => OperationSchema.parse(JSON.parse(canon)).op)
}
const opsOf = ({ store }: TestDesk, entities: readonly string[]) =>
  entities.flatMap((entity) => store.read.log.ofEntity(entity).map(({ op }) => op))

const settle = async ({ agent }: TestDesk) => {
  await expect
    .poll(async () => {
      const { state, waiting, left } = await agent.now()
      return { state, waiting, left }
    }, patience)
    .toEqual({ state: 'idle', waiting: 0, left: 0 })
}
const expectSound = async (all: readonly TestDesk[]) => {
  expect(await verifyHistory(db, testCenter)).toMatchObject({ ok: true })
  expect(await verifyStates(db, testCenter)).toMatchObject({ ok: true })
  for (const { store } of all) expect(store.verify().problems).toEqual([])
}

describe('an old copy of a store put back', () => {
  it('[SYN-27] goes on by itself: both histories are on the server once, under the numbers that were printed', async () => {
    const a = await desk('W31')
    const b = await desk('W32')
    const first = a.perform(accept)
    await settle(a)
    const putBack = await a.copy()
    const lost = [a.perform(accept), a.perform(accept)]
    await settle(a)
    const lostOps = opsOf(
      a,
      lost.map(({ caseId }) => caseId),
    )
    const before = a.store.incarnation
    await putBack()
    expect(a.store.incarnation).toBe(before)
    expect(a.store.read.cases.find(lost[0]?.caseId ?? '')).toBeNull()
    // Done before the copy is found out; on a case that both histories have.
    a.perform(print, { caseId: first.caseId, base: 1 })
    await settle(a)
    await settle(b)
    expect(a.store.incarnation).not.toBe(before)
    const firstOps = opsOf(a, [first.caseId])
    expect(firstOps).toHaveLength(2)
    expect([...(await inForce())].sort()).toEqual([...firstOps, ...lostOps].sort())
    for (const { store } of [a, b])
      for (const { caseId, caseNo } of [first, ...lost])
        expect(store.read.cases.find(caseId)?.state.caseNo).toBe(caseNo)
    expect(a.agent.status()).toMatchObject({ attention: 0, lastError: null })
    await expectSound([a, b])
  })
})

describe('a device that is there twice', () => {
  it('[SYN-33] [SYN-27] works on in one place; the other waits for an administrator, keeps what it has, and delivers it then', async () => {
    const a = await desk('W31')
    const { caseId } = a.perform(accept)
    await settle(a)
    const twin = await a.clone()
    desks.push(twin)
    const mine = a.store.incarnation
    a.perform(print, { caseId, base: 1 })
    await settle(a)
    // A fork for this one: its new chain takes the place of the other's, which is told so when it comes next.
    twin.perform(print, { caseId, base: 1 })
    await settle(twin)
    expect(twin.store.incarnation).not.toBe(mine)
    const { op } = aLast(a, a.perform(print, { caseId, base: 2 }).caseId)
    for (let n = 0; n < 3; n++)
      expect(await a.agent.now()).toMatchObject({
        state: 'offline',
        waiting: 1,
        lastError: { code: 'incarnation_waiting' },
      })
    expect(a.store.incarnation).toBe(mine)
    expect(await inForce()).toEqual(opsOf(twin, [caseId]))
    const decision = { center: testCenter, deviceNo: 'W31', inc: mine, account: 'root' }
    expect(await confirmIncarnation(db, decision)).toMatchObject({ ok: true })
    await settle(a)
    expect(await inForce()).toContain(op)
    expect(await inForce()).toHaveLength(4)
    twin.perform(print, { caseId, base: 3 })
    expect(await twin.agent.now()).toMatchObject({ waiting: 1, lastError: { code: 'incarnation_waiting' } })
    await expectSound([a, twin])
  })
})

/** The newest operation of a case. */
const aLast = ({ store }: TestDesk, caseId: string) => {
  const last = store.read.log.ofEntity(caseId).at(-1)
  if (last === undefined) throw new Error('no operation')
  return last
}

describe('a server put back to an older backup', () => {
  it('[SYN-29] has everything again, of the desk that was switched off too, and nothing twice', async () => {
    const [a, b, c] = [await desk('W31'), await desk('W32'), await desk('W33')]
    const early = [a.perform(accept), b.perform(accept)].map(({ caseId }) => caseId)
    for (const each of [a, b, c]) await settle(each)
    await backUp()
    const late: string[] = []
    for (let round = 0; round < 3; round++)
      for (const each of [a, b]) {
        late.push(each.perform(accept).caseId)
        await settle(each)
      }
    // One acts on what another has taken in: the order of both has to come back.
    await settle(b)
    b.perform(print, { caseId: late[0] ?? '', base: 1 })
    await settle(b)
    await settle(c)
    const everything = await inForce()
    const states = [...early, ...late].map((caseId) => c.store.read.cases.find(caseId)?.state)
    await b.agent.stop()

    await restore()
    expect((await inForce()).length).toBeLessThan(everything.length)
    expect(await markRestored(db, Date.now())).toMatchObject({ ok: true })
    await settle(c)
    expect(await inForce()).toEqual(everything)
    await settle(a)
    expect(await markCollected(db, Date.now(), true)).toMatchObject({ ok: true })
    expect(await inForce()).toEqual(everything)
    for (const each of [a, c])
      expect([...early, ...late].map((caseId) => each.store.read.cases.find(caseId)?.state)).toEqual(states)
    expect(a.agent.status()).toMatchObject({ attention: 0 })
    await b.restart()
    await settle(b)
    expect(await inForce()).toEqual(everything)
    await expectSound([a, b, c])
  })

  it('[SYN-63] brings back what it had made one of two entries, once, and the same way', async () => {
    const [a, b, c] = [await desk('W51'), await desk('W52'), await desk('W53')]
    for (const each of [a, b, c]) await settle(each)
    await backUp()
    const numbered = { kind: 'service.accept', intake: aServiceIntake({ preNo: 'YSL-51' }) } as const
    const [first, second] = [a.perform(numbered), b.perform(numbered)]
    for (const each of [a, b, c, a]) await settle(each)
    const everything = await inForce()
    const both = [first, second].map(({ caseId }) => c.store.read.cases.find(caseId)?.state)
    expect(both).toMatchObject([{ merged: [{ aliasId: second.caseId }] }, { mergedInto: { caseId: first.caseId } }])
    await a.agent.stop()
    await b.agent.stop()
    await restore()
    expect(await markRestored(db, Date.now())).toMatchObject({ ok: true })
    await settle(c)
    expect(await inForce()).toEqual(everything)
    expect(await markCollected(db, Date.now(), true)).toMatchObject({ ok: true })
    for (const each of [a, b]) {
      await each.restart()
      await settle(each)
      expect([first, second].map(({ caseId }) => each.store.read.cases.find(caseId)?.state)).toEqual(both)
    }
    expect(await inForce()).toEqual(everything)
  })

  it('[SYN-110] has again what a desk did that was let in after the backup and never comes back', async () => {
    const a = await desk('W31')
    a.perform(accept)
    await settle(a)
    await backUp()
    const late = await desk('W32')
    const { caseId, caseNo } = late.perform(accept)
    await settle(late)
    await settle(a)
    const before = await inForce()
    await late.agent.stop()
    await restore()
    await markRestored(db, Date.now())
    await settle(a)
    expect(await inForce()).toEqual(before)
    expect(a.store.read.cases.find(caseId)?.state.caseNo).toBe(caseNo)
    expect(await markCollected(db, Date.now())).toMatchObject({
      error: { code: 'devices_missing', subject: '990123/W32' },
    })
    expect(await markCollected(db, Date.now(), true)).toMatchObject({ ok: true })
    await expectSound([a])
  })

  it('[SYN-29] [SYN-31] takes back a desk whose enrolment it has lost', async () => {
    const a = await desk('W31')
    await settle(a)
    await backUp()
    const b = await desk('W32')
    const { caseId } = b.perform(accept)
    await settle(b)
    await restore()
    expect(await markRestored(db, Date.now())).toMatchObject({ ok: true })
    await b.restart()
    await settle(b)
    await settle(a)
    expect(await inForce()).toEqual(opsOf(b, [caseId]))
    expect(a.store.read.cases.find(caseId)).not.toBeNull()
    await expectSound([a, b])
  })
})

describe('a desk that is revoked', () => {
  it('[SYN-22] hands in what it has, and erases itself only then; nothing of it is in force', async () => {
    let erased = 0
    const a = await desk('W31', () => {
      erased += 1
      return Promise.resolve()
    })
    const { caseId } = a.perform(accept)
    await settle(a)
    await down()
    for (let n = 0; n < 3; n++) a.perform(accept)
    await a.agent.now()
    await up()
    expect(erased).toBe(0)
    expect(await revokeDevice(db, testCenter, 'W31')).toMatchObject({ ok: true })
    await expect.poll(async () => (await a.agent.now()).state, patience).toBe('revoked')
    expect(erased).toBe(1)
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from intake`.execute(db)
    expect(rows).toEqual([{ count: 3 }])
    expect(await inForce()).toEqual(opsOf(a, [caseId]))
  })
})
