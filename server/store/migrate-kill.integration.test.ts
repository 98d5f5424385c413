import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import pg from 'pg'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { patience } from '../_testing/patience.ts'
import { runServer } from '../_testing/run-server.ts'
import { type TestDatabase, makeTestDatabase } from '../_testing/test-database.ts'
import { waitingForLock } from '../_testing/waiting-for-lock.ts'
import { type Database, connect } from './connect.ts'
import { migrations } from './migrations/index.ts'

let database: TestDatabase
let db: Database
beforeEach(async () => {
  database = await makeTestDatabase()
  db = connect(database.url, 3)
})
afterEach(async () => {
  await db.destroy()
  await database.drop()
})

const start = () => runServer([], { HOST: '127.0.0.1', PORT: '0', DATABASE_URL: database.url, LOG_LEVEL: 'info' })

it('[SYN-98] of two servers that start an upgrade at once one is killed inside it: the other does it, once and whole', async () => {
  const [first] = Object.entries(migrations)
  if (first === undefined) throw new Error('no migrations')
  const provider = { getMigrations: () => Promise.resolve(Object.fromEntries([first])) }
  const { error } = await new Migrator({ db, provider }).migrateToLatest()
  expect(error).toBeUndefined()
  await sql`insert into center (center, cseq, head) values ('990123', 7, ${'a'.repeat(64)})`.execute(db)
  const holder = new pg.Client({ connectionString: database.url })
  await holder.connect()
  // Not committed: whoever makes a table of this name waits here, in the middle of the upgrade.
  await holder.query('begin; create table blob (held integer)')
  const killed = start()
  await expect.poll(() => waitingForLock(db), patience).toBe(1)
  const other = start()
  await expect.poll(() => waitingForLock(db), patience).toBe(2)
  killed.child.kill('SIGKILL')
  await killed.ended
  await holder.query('rollback')
  await holder.end()
  await other.url
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  expect(rows.map(({ name }) => name)).toEqual(Object.keys(migrations))
  const { rows: centers } = await sql`select center, cseq::int as cseq, head from center`.execute(db)
  expect(centers).toEqual([{ center: '990123', cseq: 7, head: 'a'.repeat(64) }])
  const { rows: identities } = await sql`select epoch from server_identity`.execute(db)
  expect(identities).toHaveLength(1)
  // The third finds nothing to do.
  const later = start()
  await later.url
  for (const server of [other, later]) {
    server.child.kill('SIGTERM')
    expect((await server.ended).code).toBe(0)
  }
  expect((await later.ended).stdout).not.toContain('database migrated')
})
