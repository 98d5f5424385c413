import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { setCenter } from '../admin/set-center.ts'
import { type TestDatabase, makeTestDatabase } from '../_testing/test-database.ts'
import { type Database, connect } from './connect.ts'
import { getEpoch } from './identity.ts'
import { NewerSchemaError, migrate } from './migrate.ts'
import { migrations } from './migrations/index.ts'

let first: TestDatabase
let database: TestDatabase
let db: Database

beforeAll(async () => {
  first = await makeTestDatabase()
})
afterAll(() => first.drop())
beforeEach(async () => {
  database = await makeTestDatabase(first)
  db = connect(database.url, 8)
})
afterEach(async () => {
  await db.destroy()
  await database.drop()
})

describe('migrations', () => {
  it('run once, whoever comes at the same time, and give the database one identity', async () => {
    const others = Array.from({ length: 4 }, () => connect(database.url, 2))
    const ran = await Promise.all([db, ...others].map(migrate))
    expect(ran.flat()).toEqual(Object.keys(migrations))
    const epochs = await Promise.all([db, ...others].map(getEpoch))
    expect(new Set(epochs).size).toBe(1)
    expect(await migrate(db)).toEqual([])
    await Promise.all(others.map((other) => other.destroy()))
  })

  it('of a newer server make this one stop before it changes anything', async () => {
    await migrate(db)
    await sql`insert into kysely_migration (name, timestamp) values ('9990-later', '2030-01-01')`.execute(db)
    await expect(migrate(db)).rejects.toThrow(NewerSchemaError)
    await expect(migrate(db)).rejects.toMatchObject({ unknown: ['9990-later'] })
  })

  it('[SYN-25] keep the center in every key and unique index, and let nothing refer across centers', async () => {
    await migrate(db)
    await setCenter(db, {
      code: '990123',
      name: '甲',
      address: null,
      phone: null,
      supervisePhone: null,
      progressUrl: null,
    })
    const shared = ['server_identity', 'restore_log', 'verified_backup', 'kysely_migration', 'kysely_migration_lock']
    const { rows: indexes } = await sql<{ table: string; index: string; columns: readonly string[] }>`
      select c.relname as table, i.relname as index,
        array(select a.attname::text from unnest(x.indkey) as k join pg_attribute a on a.attrelid = c.oid and a.attnum = k) as columns
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      where x.indisunique and c.relnamespace = 'public'::regnamespace`.execute(db)
    const global = indexes.filter(({ table, columns }) => !shared.includes(table) && !columns.includes('center'))
    expect(global).toEqual([])
    expect(indexes.length).toBeGreaterThan(15)
    const { rows: references } = await sql<{ name: string; columns: readonly string[] }>`
      select conname as name,
        array(select a.attname::text from unnest(confkey) as k join pg_attribute a on a.attrelid = confrelid and a.attnum = k) as columns
      from pg_constraint where contype = 'f'`.execute(db)
    expect(references.length).toBeGreaterThan(0)
    for (const { columns } of references) expect(columns).toContain('center')
  })

  it('[SYN-25] give every center its own partitions', async () => {
    await migrate(db)
    for (const code of ['990123', '990124']) {
      await setCenter(db, { code, name: '甲', address: null, phone: null, supervisePhone: null, progressUrl: null })
    }
    const { rows } = await sql<{ name: string }>`
      select inhrelid::regclass::text as name from pg_inherits
      where inhparent in ('op_log'::regclass, 'case_state'::regclass) order by 1`.execute(db)
    expect(rows.map(({ name }) => name)).toEqual([
      'case_state_990123',
      'case_state_990124',
      'op_log_990123',
      'op_log_990124',
    ])
  })
})
