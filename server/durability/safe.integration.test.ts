import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { HelloOutputSchema } from '../../contract/sync.ts'
import { checkpointText } from '../../contract/sync-texts.ts'
import { patience } from '../_testing/patience.ts'
import type { TestDevice } from '../_testing/test-device.ts'
import { testCenter } from '../_testing/test-server.ts'
import { useTestServer } from '../_testing/use-test-server.ts'
import { verifyCenter } from '../audit/verify-center.ts'
import { connect } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import { isSignedBy } from '../sync/signature.ts'
import { readHealth } from './health.ts'
import { proveSafety, sampleCommits } from './prove-safety.ts'
import { safeSeqOf } from './safe.ts'
import { noteVerifiedBackup, verifyBackup } from './verified-backup.ts'

const place = useTestServer()

beforeEach(async () => {
  await place.center.db.deleteFrom('center_safety').execute()
  await place.center.db.deleteFrom('safety_sample').execute()
})

const writtenTo = async (): Promise<string> => {
  const { rows } = await sql<{ lsn: string }>`select pg_current_wal_insert_lsn()::text as lsn`.execute(place.center.db)
  return rows[0]?.lsn ?? ''
}
const chainOf = (device: TestDevice) => ({
  center: testCenter,
  device: device.identity.device,
  inc: device.identity.inc,
})
const safeOf = (device: TestDevice) => safeSeqOf(place.center.db, chainOf(device))
const pushMore = async (device: TestDevice, count: number) => {
  const from = device.chain.length + 1
  for (let n = 0; n < count; n++) device.add()
  return device.push(device.batch(from))
}
const sample = () => transact(place.center.db, sampleCommits)

describe('safe', () => {
  it('[SYN-16] stays 0 while no second machine is known, however long it is asked', async () => {
    const device = await place.enrolled()
    await pushMore(device, 3)
    for (let round = 0; round < 3; round++) await proveSafety(place.center.db, Date.now())
    expect(await safeOf(device)).toBe(0)
    expect(await pushMore(device, 1)).toMatchObject({ ack: 4, safe: 0 })
  })

  it('[SYN-16] is told as far as a verified backup reaches: never a commit more, in hello and push alike', async () => {
    const device = await place.enrolled()
    const places: { readonly lsn: string; readonly seq: number }[] = []
    for (const more of [2, 1, 4, 1]) {
      await pushMore(device, more)
      places.push({ lsn: await writtenTo(), seq: device.chain.length })
      await sample()
    }
    let told = 0
    for (const { lsn, seq } of places) {
      expect(await noteVerifiedBackup(place.center.db, lsn, Date.now())).toEqual({ ok: true, value: null })
      const safe = await safeOf(device)
      // The backup holds what was committed before its end; the proof was taken after the commit, so it may say less.
      expect(safe).toBeLessThanOrEqual(seq)
      expect(safe).toBeGreaterThanOrEqual(told)
      told = safe
    }
    await sample()
    await noteVerifiedBackup(place.center.db, await writtenTo(), Date.now())
    expect(await safeOf(device)).toBe(8)
    expect((await device.hello()).body).toMatchObject({ ack: 8, safe: 8 })
    expect(await pushMore(device, 1)).toMatchObject({ ack: 9, safe: 8 })
  })

  it('[SYN-16] counts nothing that was committed after the position was read', async () => {
    const device = await place.enrolled()
    await pushMore(device, 2)
    await sample()
    const lsn = await writtenTo()
    await pushMore(device, 5)
    await noteVerifiedBackup(place.center.db, lsn, Date.now())
    expect(await safeOf(device)).toBe(2)
  })

  it('[SYN-16] does not believe positions of another cluster, and waits in the database across restarts', async () => {
    const device = await place.enrolled()
    await pushMore(device, 2)
    await sample()
    const restarted = connect(place.database.url, 2)
    await restarted.updateTable('safety_sample').set({ system: '1' }).execute()
    await noteVerifiedBackup(restarted, await writtenTo(), Date.now())
    expect(await safeOf(device)).toBe(0)
    await pushMore(device, 1)
    await sample()
    await noteVerifiedBackup(restarted, await writtenTo(), Date.now())
    expect(await safeOf(device)).toBe(3)
    await restarted.destroy()
  })

  it('[SYN-16] keeps a bounded number of positions while it waits', async () => {
    const device = await place.enrolled()
    await pushMore(device, 1)
    await sql`
      insert into safety_sample (center, cseq, lsn, system)
      select ${testCenter}, n, '0/1', '1' from generate_series(100001, 100600) as n`.execute(place.center.db)
    for (let round = 0; round < 4; round++) await proveSafety(place.center.db, Date.now())
    const { rows } = await sql<{ count: number; newest: number }>`
      select count(*) as count, max(cseq) as newest from safety_sample`.execute(place.center.db)
    expect(rows[0]?.count).toBeLessThanOrEqual(256)
    expect(rows[0]?.newest).toBe(100_600)
  })

  it('[SYN-47] refuses a position that was never written, and a folder that is no backup', async () => {
    expect(await noteVerifiedBackup(place.center.db, 'FFFF/0', Date.now())).toEqual({
      ok: false,
      error: { code: 'lsn_ahead', subject: 'FFFF/0' },
    })
    expect(await verifyBackup(place.center.db, '/tmp', '/nowhere', Date.now())).toMatchObject({
      ok: false,
      error: { code: 'backup_tools_missing' },
    })
  })
})

describe('a running server', () => {
  it('[SYN-46] signs its heads by itself, and gives the newest with every pull', async () => {
    const device = await place.enrolled()
    await pushMore(device, 1)
    await expect.poll(async () => (await device.pull()).checkpoint, patience).not.toBeNull()
    const { checkpoint } = await device.pull()
    const { serverKey } = HelloOutputSchema.parse((await device.hello()).body)
    const { cseq = 0, head = '', at = 0, sig = '' } = checkpoint ?? {}
    expect(isSignedBy(Buffer.from(serverKey, 'base64'), checkpointText(testCenter, cseq, head, at), sig)).toBe(true)
    const row = await place.center.db.selectFrom('op_log').select('head').where('cseq', '=', cseq).executeTakeFirst()
    expect(row?.head.toString('hex')).toBe(head)
  })
})

describe('a history that grows', () => {
  it('[SYN-50] is proved where a device began anew on its own link, and not from another one', async () => {
    const device = await place.enrolled()
    await pushMore(device, 2)
    device.beginIncarnation(2)
    await device.hello()
    expect(await pushMore(device, 2)).toMatchObject({ ack: 2 })
    expect(await verifyCenter(place.center.db, testCenter)).toMatchObject({ ok: true })
    const { inc } = device.identity
    const kept = await place.center.db
      .selectFrom('device_incarnation')
      .select('base_hash')
      .where('inc', '=', inc)
      .execute()
    const setBase = (base_hash: string | null) =>
      place.center.db.updateTable('device_incarnation').set({ base_hash }).where('inc', '=', inc).execute()
    await setBase('1'.repeat(64))
    expect(await verifyCenter(place.center.db, testCenter)).toMatchObject({ ok: false, error: { code: 'edited' } })
    await setBase(kept[0]?.base_hash ?? null)
  })

  it('[SYN-50] is proved while devices write', async () => {
    const devices = [await place.enrolled(), await place.enrolled()]
    let proving = true
    const writing = devices.map(async (device) => {
      while (proving) await pushMore(device, 1)
    })
    const proofs = []
    for (let round = 0; round < 25; round++) proofs.push((await verifyCenter(place.center.db, testCenter)).ok)
    proving = false
    await Promise.all(writing)
    expect(proofs.filter((holds) => !holds)).toEqual([])
  })
})

describe('health', () => {
  it('[SYN-53] tells of each device when it was last here, what waits there, and who is silent, and names no person', async () => {
    const device = await place.enrolled()
    await pushMore(device, 2)
    device.add()
    await device.hello()
    const told = await readHealth(place.center.db, Date.now(), 3, testCenter)
    const own = told.devices.find(({ deviceNo }) => deviceNo === device.identity.deviceNo)
    expect(own).toMatchObject({ backlog: 1, failures: 0, silent: false, revoked: false, appVersion: '0' })
    expect(told.centers).toMatchObject([{ center: testCenter, safe: 0, quarantined: 0, moving: false }])
    expect(told.centers[0]?.cases).toBeGreaterThan(0)
    expect(JSON.stringify(told)).not.toMatch(/林晓梅|青岚/)
    const later = await readHealth(place.center.db, Date.now() + 4 * 86_400_000, 3, testCenter)
    expect(later.centers[0]?.silentDevices).toBe(later.devices.length)
    expect((await readHealth(place.center.db, Date.now(), 3, '990999')).devices).toEqual([])
  })
})
