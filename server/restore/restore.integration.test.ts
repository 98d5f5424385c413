import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { HelloOutputSchema } from '../../contract/sync.ts'
import { freePort } from '../store/embedded/free-port.ts'
import { type TestDatabase, makeTestDatabase } from '../_testing/test-database.ts'
import { type TestDevice, createTestDevice } from '../_testing/test-device.ts'
import {
  type TestCenter,
  codeFor,
  enrolTestDevice,
  makeTestCenter,
  startTestServer,
  testCenter,
} from '../_testing/test-server.ts'
import { setWindow } from '../admin/set-window.ts'
import { makeCheckpoint } from '../audit/checkpoint.ts'
import { verifyHistory } from '../audit/verify-history.ts'
import { verifyStates } from '../audit/verify-states.ts'
import { sampleCommits } from '../durability/prove-safety.ts'
import { noteVerifiedBackup } from '../durability/verified-backup.ts'
import type { RunningServer } from '../serve.ts'
import { type Database, connect } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import { isCollecting } from './collecting.ts'
import { markCollected, markRestored } from './restored.ts'

let database: TestDatabase
let port: number
let server: RunningServer
let db: Database
let actor: string

beforeAll(async () => {
  database = await makeTestDatabase()
  port = await freePort()
  const center = await makeTestCenter(database.url)
  actor = center.actor
  await center.close()
  await open()
})
afterAll(async () => {
  await close()
  await database.drop()
})

const open = async () => {
  db = connect(database.url, 4)
  server = await startTestServer(database.url, { listen: { host: '127.0.0.1', port, tls: null } })
}
const close = async () => {
  await server.stop()
  await db.destroy()
}
const testCenterNow = (): TestCenter => ({ db, actor, close: () => Promise.resolve() })

/** Runs statements while nobody is connected to the database: PostgreSQL copies none that is in use. */
const offline = async (...statements: readonly string[]) => {
  await close()
  const url = new URL(database.url)
  url.pathname = '/postgres'
  const admin = connect(url.href, 1)
  for (const statement of statements) await sql.raw(statement).execute(admin)
  await admin.destroy()
}
const name = () => new URL(database.url).pathname.slice(1)

const work = async (device: TestDevice, count: number) => {
  const from = device.chain.length + 1
  for (let n = 0; n < count; n++) device.add()
  return device.push(device.batch(from))
}
const greeted = async (device: TestDevice) => HelloOutputSchema.parse((await device.hello()).body)
/** Noted before the position is read: what a backup that ends there is known to hold. */
const verifyBackupNow = async () => {
  await transact(db, sampleCommits)
  const { rows } = await sql<{ lsn: string }>`select pg_current_wal_insert_lsn()::text as lsn`.execute(db)
  return noteVerifiedBackup(db, rows[0]?.lsn ?? '', Date.now())
}
const nameWindow = (as: string) => setWindow(db, testCenter, { deviceNo: 'W01', name: as, phone: null, organs: [] })
const serverChains = async () => {
  const { rows } = await sql<{ ack: number }>`
    select ack from device_incarnation i join device d on d.center = i.center and d.id = i.device
    where d.public_key is null order by i.created_at, i.inc`.execute(db)
  return rows.map(({ ack }) => ack)
}
const committedOf = async (device: TestDevice) => {
  const rows = await db
    .selectFrom('op_log')
    .select('canon')
    .where('device', '=', device.identity.device)
    .orderBy('seq')
    .execute()
  return rows.map(({ canon }) => canon)
}

describe('a database that was put back to an older copy', () => {
  it('[SYN-48] gets a new epoch and forgets what may have become false; devices bring the rest, and 0 are lost', async () => {
    const present = await enrolTestDevice(testCenterNow(), server.url)
    const late = await enrolTestDevice(testCenterNow(), server.url)
    for (const device of [present, late]) await work(device, 3)
    const code = await codeFor(db, 'W77')
    await verifyBackupNow()
    await makeCheckpoint(db, testCenter, Date.now())
    expect(await greeted(present)).toMatchObject({ ack: 3, safe: 3, collecting: false })

    await offline(`create database ${name()}_backup template ${name()}`)
    await open()
    for (const device of [present, late]) await work(device, 2)
    await nameWindow('备份之后的名称')
    const [serverAck = 0] = await serverChains()
    await offline(`drop database ${name()}`, `alter database ${name()}_backup rename to ${name()}`)
    db = connect(database.url, 4)
    const before = (await db.selectFrom('server_identity').select('epoch').executeTakeFirstOrThrow()).epoch
    const restored = await markRestored(db, Date.now())
    expect(await isCollecting(db)).toBe(true)
    await db.destroy()
    await open()

    expect(restored).toMatchObject({ ok: true })
    expect(await nameWindow('恢复之后的名称')).toEqual({ ok: true, value: 'changed' })
    // Its next number is known to devices with other content, so the server's own chain begins anew.
    expect(await serverChains()).toEqual([serverAck - 1, 1])
    expect(await enrolTestDeviceWith(code)).toBe('CODE_UNKNOWN')
    expect(await present.send(present.batch(4))).toMatchObject({ code: 'TOKEN_INVALID' })
    const hello = await greeted(present)
    expect(hello).toMatchObject({ ack: 3, safe: 0, collecting: true })
    expect(hello.epoch).not.toBe(before)

    await present.push(present.batch(4))
    expect(await committedOf(present)).toEqual(present.chain.map(({ canon }) => canon))
    // Even a verified backup makes nothing safe while others may still bring what was lost.
    await verifyBackupNow()
    expect(await greeted(present)).toMatchObject({ ack: 5, safe: 0 })

    expect(await markCollected(db, Date.now())).toEqual({
      ok: false,
      error: { code: 'devices_missing', subject: `${testCenter}/${late.identity.deviceNo}` },
    })
    await greeted(late)
    await late.push(late.batch(4))
    expect(await markCollected(db, Date.now())).toMatchObject({ ok: true })
    expect(await committedOf(late)).toEqual(late.chain.map(({ canon }) => canon))
    await verifyBackupNow()
    expect(await greeted(late)).toMatchObject({ ack: 5, safe: 5, collecting: false })
    expect(await verifyHistory(db, testCenter)).toMatchObject({ ok: true })
    expect(await verifyStates(db, testCenter)).toMatchObject({ ok: true })
  })

  it('[SYN-49] is not restored twice nor collected twice by mistake, and is restored again when it is meant', async () => {
    expect(await markCollected(db, Date.now())).toMatchObject({ error: { code: 'not_collecting' } })
    const device = await enrolTestDevice(testCenterNow(), server.url)
    await work(device, 2)
    await verifyBackupNow()
    expect(await greeted(device)).toMatchObject({ safe: 2 })
    const first = await markRestored(db, Date.now())
    expect(await markRestored(db, Date.now())).toMatchObject({ error: { code: 'already_collecting' } })
    const again = await markRestored(db, Date.now(), true)
    expect(again).toMatchObject({ ok: true })
    expect(again).not.toEqual(first)
    expect(await markCollected(db, Date.now() + 1)).toMatchObject({ error: { code: 'devices_missing' } })
    expect(await markCollected(db, Date.now() + 1, true)).toMatchObject({ ok: true })
    expect(await isCollecting(db)).toBe(false)
    // What was safe before says nothing of the database as it is now.
    expect(await greeted(device)).toMatchObject({ ack: 2, safe: 0, collecting: false })
  })
})

const enrolTestDeviceWith = async (code: string): Promise<string | null> =>
  (await createTestDevice(server.url, actor).enrol(code)).code
