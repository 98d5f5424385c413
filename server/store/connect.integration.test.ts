import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, makeTestDatabase } from '../_testing/test-database.ts'
import { type Database, connect } from './connect.ts'

let database: TestDatabase
let db: Database

beforeAll(async () => {
  database = await makeTestDatabase()
  db = connect(database.url, 4)
})
afterAll(async () => {
  await db.destroy()
  await database.drop()
})

describe('a connection', () => {
  it('that PostgreSQL cuts between two statements fails its transaction, and the process goes on', async () => {
    const cut = db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      await sql`select pg_terminate_backend(${rows[0]?.pid}, 10000)`.execute(db)
      await new Promise((resolve) => setTimeout(resolve, 100))
      await sql`select 1`.execute(tx)
    })
    await expect(cut).rejects.toThrow()
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(db)
    expect(rows).toEqual([{ one: 1 }])
  })
})
