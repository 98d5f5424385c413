import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { useTestServer } from '../_testing/use-test-server.ts'
import { setDeviceScope } from '../admin/set-device-scope.ts'
import { testCenter } from '../_testing/test-server.ts'
import { readHealth } from './health.ts'
import { leastFree, readReadiness } from './readiness.ts'

const place = useTestServer()
const much = () => Promise.resolve(2 ** 40)
const asked = async (path: string) => {
  const response = await fetch(`${place.server.url}${path}`)
  return { status: response.status, body: JSON.stringify(await response.json()) }
}

describe('a server that is asked how it is', () => {
  it('[SYN-96] lives as long as its process, and is ready with its database, its schema, its key and room on the disk', async () => {
    const { db } = place.center
    expect(await readReadiness(db, much)).toMatchObject({ unready: null })
    expect(await asked('/health/ready')).toMatchObject({ status: 200 })
    expect(await readReadiness(db, () => Promise.resolve(1_000_000))).toEqual({ unready: 'disk_full' })
    // A folder that is not made yet lies on the disk of what stands above it.
    expect(await leastFree(['/', '/nowhere/at/all'])).toBeGreaterThan(0)
    const notReady = async (reason: string) => {
      expect(await readReadiness(db, much)).toEqual({ unready: reason })
      const told = await asked('/health/ready')
      expect(told.status).toBe(503)
      expect(told.body).toContain(`"${reason}"`)
      expect((await asked('/health/live')).status).toBe(200)
    }
    const { rows } = await sql<{ name: string; timestamp: string }>`
      delete from kysely_migration where name = (select max(name) from kysely_migration) returning name, timestamp`.execute(
      db,
    )
    await notReady('migrations')
    await sql`insert into kysely_migration values (${rows[0]?.name}, ${rows[0]?.timestamp})`.execute(db)
    const { signing_key } = await db.selectFrom('server_identity').select('signing_key').executeTakeFirstOrThrow()
    await db
      .updateTable('server_identity')
      .set({ signing_key: randomBytes(48) })
      .execute()
    await notReady('signing_key')
    await db.updateTable('server_identity').set({ signing_key }).execute()
    await db.schema.alterTable('server_identity').renameTo('elsewhere').execute()
    await notReady('database')
    await db.schema.alterTable('elsewhere').renameTo('server_identity').execute()
    const ready = await asked('/health/ready')
    expect(ready.status).toBe(200)
    // Nothing of a center, a person or a matter.
    expect(Object.keys(JSON.parse(ready.body)).toSorted()).toEqual(['database', 'epoch', 'schema', 'status', 'version'])
    expect(JSON.stringify(await asked('/health/live'))).not.toMatch(/青岚|林晓梅|990123/)
  })

  it('[SYN-53] tells of each device its scope, and how many of its times cannot be true', async () => {
    const device = await place.enrolled()
    device.add()
    device.add()
    await device.push()
    const { deviceNo } = device.identity
    await setDeviceScope(place.center.db, { center: testCenter, deviceNo, scope: { kind: 'kiosk' }, account: 'test' })
    await sql`update op_log set time_claim = 'disputed' where device = ${device.identity.device} and seq = 2`.execute(
      place.center.db,
    )
    const { devices } = await readHealth(place.center.db, Date.now(), 3, testCenter)
    expect(devices.find((one) => one.deviceNo === deviceNo)).toMatchObject({ scope: 'kiosk', disputed: 1, failures: 0 })
  })
})
