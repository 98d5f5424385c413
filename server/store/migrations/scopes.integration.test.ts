import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, makeTestDatabase } from '../../_testing/test-database.ts'
import { type Database, connect } from '../connect.ts'
import { findDevice } from '../devices.ts'
import { migrate } from '../migrate.ts'
import { migrations } from './index.ts'

let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await makeTestDatabase()
  db = connect(database.url, 2)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

it('[SYN-56] a device of before there were scopes is given everything, as it was', async () => {
  const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0060'))
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(before) } })
  expect((await migrator.migrateToLatest()).error).toBeUndefined()
  const id = '0199f000-0000-7000-8000-000000000001'
  await sql`insert into center (center, head) values ('990123', '')`.execute(db)
  await sql`insert into device (center, id, device_no, created_at) values ('990123', ${id}, 'W03', 1)`.execute(db)
  await migrate(db)
  expect(await findDevice(db, id)).toMatchObject({ deviceNo: 'W03', scope: { kind: 'center' } })
})
