import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
import { setCenter } from '../admin/set-center.ts'
import { verifyHistory } from '../audit/verify-history.ts'
import { verifyStates } from '../audit/verify-states.ts'
import type { RunningServer } from '../serve.ts'
import { type Database, connect } from '../store/connect.ts'
import { errorCodeOf } from '../store/error-code.ts'
import { openDirectory } from '../store/directory.ts'
import { cancelMove, moveCenter } from './move-center.ts'

let home: TestDatabase
let other: TestDatabase
let center: TestCenter
let away: Database
let servers: readonly RunningServer[]

beforeAll(async () => {
  home = await makeTestDatabase()
  other = await makeTestDatabase(home)
  center = await makeTestCenter(home.url)
  servers = [await startTestServer(home.url), await startTestServer(home.url)]
  away = connect(other.url, 4)
})
afterAll(async () => {
  for (const server of servers) await server.stop()
  await away.destroy()
  await center.close()
  await other.drop()
  await home.drop()
})

const url = () => servers[0]?.url ?? ''
const secondUrl = () => servers[1]?.url ?? ''
const committedOf = async (db: Database, device: TestDevice) =>
  (
    await db.selectFrom('op_log').select('canon').where('device', '=', device.identity.device).orderBy('seq').execute()
  ).map(({ canon }) => canon)

/** A device that works on until it is told to stop, as a desk does: it comes back after every refusal. */
const worker = (device: TestDevice, through: string) => {
  let stopped = false
  let refused = 0
  const work = async () => {
    let acked = 0
    while (!stopped || acked < device.chain.length) {
      if (!stopped) device.add()
      const answer = await device.send(device.batch(acked + 1), through)
      if (answer.status === 200) acked = device.chain.length
      else {
        expect([answer.status, answer.code, answer.headers.get('retry-after')]).toEqual([503, 'MOVING', '5'])
        refused += 1
        await new Promise((resolve) => setTimeout(resolve, 50))
        await device.hello()
      }
    }
  }
  const ended = work()
  return {
    stop: async () => {
      stopped = true
      await ended
      return refused
    },
  }
}
const at = ({ url: address }: TestDatabase) => ({ owner: address, server: address })
const soon = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe('a center', () => {
  it('[SYN-52] moves to another database under load: devices wait a moment, go on there, and 0 operations are lost', async () => {
    const devices = [await enrolTestDevice(center, url()), await enrolTestDevice(center, url())]
    const code = await codeFor(center.db, 'W88')
    const workers = devices.map((device, n) => worker(device, n === 0 ? url() : secondUrl()))
    await soon(300)
    const moved = await moveCenter(center.db, testCenter, at(other))
    expect(moved).toMatchObject({ ok: true })
    await soon(300)
    for (const one of workers) await one.stop()

    for (const device of devices) {
      expect(await committedOf(away, device)).toEqual(device.chain.map(({ canon }) => canon))
      expect((await committedOf(center.db, device)).length).toBeLessThan(device.chain.length)
      expect((await device.hello()).body).toMatchObject({ ack: device.chain.length, epoch: device.identity.epoch })
      expect((await device.pull()).ops.length).toBeGreaterThan(device.chain.length)
    }
    const { rows: verdicts } = await sql`select distinct verdict from op_log`.execute(away)
    expect(verdicts).toEqual([{ verdict: 'applied' }])
    for (const table of ['staff', 'service_window', 'service_item'] as const) {
      const rowsOf = (db: Database) => db.selectFrom(table).selectAll().execute()
      expect(await rowsOf(away)).toEqual(await rowsOf(center.db))
    }
    expect(await verifyHistory(away, testCenter)).toMatchObject({ ok: true })
    expect(await verifyStates(away, testCenter)).toMatchObject({ ok: true })
    // A code given out before the move still makes a device, in the new place.
    const joined = await enrolTestDeviceWith(code)
    expect(joined).toBe(200)
    const { rows } = await sql`select from device where device_no = 'W88'`.execute(away)
    expect(rows).toHaveLength(1)
  })

  it('[SYN-52] that has left takes no write any more, whoever tries', async () => {
    const writes = [
      sql`update center set cseq = cseq + 1 where center = ${testCenter}`,
      sql`update device_incarnation set seen_at = 0`,
      sql`insert into enrol_code (center, code_hash, device_no, expires_at) values (${testCenter}, 'x', 'W01', 0)`,
    ]
    for (const write of writes) {
      expect(await write.execute(center.db).then(() => 'done', errorCodeOf)).toBe('YC503')
    }
  })

  it('[SYN-52] in the other database is served beside those at home, and comes back', async () => {
    const second = '990124'
    await setCenter(center.db, {
      code: second,
      name: '甲',
      address: null,
      phone: null,
      supervisePhone: null,
      progressUrl: null,
    })
    const directory = openDirectory(center.db)
    expect(await directory.of(second)).toBe(center.db)
    expect(await directory.all()).toHaveLength(2)
    await directory.close()
    expect(await moveCenter(center.db, testCenter, null)).toMatchObject({ ok: true })
    expect(await verifyHistory(center.db, testCenter)).toMatchObject({ ok: true })
    // Within the second for which a server keeps the directory the old place answers, and refuses writes.
    await soon(1100)
    const device = await enrolTestDevice(center, url())
    device.add()
    expect(await device.push()).toMatchObject({ ack: 1 })
    expect(await committedOf(center.db, device)).toHaveLength(1)
  })

  it('[SYN-52] is not moved where that would lose it: onto itself, to a stranger, onto a living one, unknown', async () => {
    const stranger = await makeTestDatabase(home)
    const strange = await makeTestCenter(stranger.url)
    const refusals = [
      [await moveCenter(center.db, testCenter, at(home)), 'same_database'],
      [await moveCenter(center.db, '990124', at(stranger)), 'identity_differs'],
      [await moveCenter(center.db, testCenter, at(stranger)), 'center_there_already'],
      [await moveCenter(center.db, '990999', at(other)), 'center_unknown'],
    ] as const
    for (const [refused, code] of refusals) expect(refused).toMatchObject({ ok: false, error: { code } })
    await strange.close()
    await stranger.drop()
  })

  it('[SYN-52] whose move was cut off half-way stays frozen until it is moved again or taken back', async () => {
    await sql`update center set moving = true where center = ${testCenter}`.execute(center.db)
    const device = await enrolTestDevice(center, url()).catch(() => null)
    expect(device).toBeNull()
    expect(await cancelMove(center.db, testCenter)).toMatchObject({ ok: true })
    const back = await enrolTestDevice(center, url())
    back.add()
    expect(await back.push()).toMatchObject({ ack: 1 })
    await sql`update center set moving = true where center = ${testCenter}`.execute(center.db)
    expect(await moveCenter(center.db, testCenter, at(other))).toMatchObject({ ok: true })
    expect(await committedOf(away, back)).toHaveLength(1)
  })

  it('[SYN-52] takes every table with it: whatever has a center is copied, and guarded while it moves', async () => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'center' and not a.attisdropped
      where c.relkind = 'r' and not c.relispartition and c.relnamespace = 'public'::regnamespace
        and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname in ('moving', 'center_moving'))
      order by 1`.execute(center.db)
    // These say where a center is and what a second machine holds of this database: they do not move.
    expect(rows.map(({ name }) => name)).toEqual(['center_place', 'center_safety', 'safety_sample'])
  })
})

const enrolTestDeviceWith = async (code: string): Promise<number> =>
  (await createTestDevice(url(), center.actor).enrol(code)).status
