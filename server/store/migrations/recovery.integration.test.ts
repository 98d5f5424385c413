import { createPrivateKey } from 'node:crypto'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, makeTestDatabase } from '../../_testing/test-database.ts'
import { type Database, connect } from '../connect.ts'
import { getIdentity } from '../identity.ts'
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

const at = Date.UTC(2026, 8, 28)
const hex = (instant: number) => instant.toString(16).padStart(12, '0')
const text = (hlc: string, data = '{}') =>
  `{"actor":"system","data":${data},"entity":"x","hlc":"${hlc}","inc":"018f0000-0000-7000-8000-000000000000"}`

/** Operations that were committed before there were effective clocks: their text, whether it could be read, and what it must be now. */
const rows = [
  { canon: text(`${hex(at - 1000)}-0003-W03`), kind: 'case.note', eff: `${hex(at - 1000)}-0003-W03` },
  { canon: text(`${hex(at + 300_000)}-0000-W03`), kind: 'case.note', eff: `${hex(at + 300_000)}-0000-W03` },
  { canon: text(`${hex(at + 300_001)}-0007-W03`), kind: 'case.note', eff: `${hex(at + 300_000)}-0007-W03` },
  {
    canon: text(
      `${hex(at)}-0000-W03`,
      String.raw`{"text":"\u0000 \ud83d \"hlc\":\"ffffffffffff-0000-W03\",\"inc\":\""}`,
    ),
    kind: 'case.note',
    eff: `${hex(at)}-0000-W03`,
  },
  { canon: 'no operation', kind: null, eff: '' },
  { canon: text(`${hex(at)}-0000-W03`), kind: null, eff: '' },
]

describe('migration 0040', () => {
  it('[SYN-36] gives a database that has been in use a key, and its operations the day they came and their effective clock', async () => {
    const before = Object.fromEntries(Object.entries(migrations).filter(([name]) => name < '0040'))
    const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(before) } })
    expect((await migrator.migrateToLatest()).error).toBeUndefined()
    await sql`insert into server_identity (epoch, token_key) values (gen_random_uuid(), ${Buffer.alloc(32)})`.execute(
      db,
    )
    await sql`insert into center (center, head) values ('990123', '')`.execute(db)
    await sql`create table op_log_990123 partition of op_log for values in ('990123')`.execute(db)
    for (const [n, { canon, kind }] of rows.entries()) {
      await sql`
        insert into op_log (center, cseq, device, inc, seq, kind, canon, hash, verdict, committed_at, head)
        values ('990123', ${n + 1}, gen_random_uuid(), gen_random_uuid(), 1, ${kind}, ${canon}, '', 'applied', ${at}, '')`.execute(
        db,
      )
    }
    await migrate(db)
    const { signingKey } = await getIdentity(db)
    expect(createPrivateKey({ key: signingKey, format: 'der', type: 'pkcs8' }).asymmetricKeyType).toBe('ed25519')
    const log = await db.selectFrom('op_log').select(['hlc_eff', 'received_at', 'sig']).orderBy('cseq').execute()
    expect(log).toEqual(rows.map(({ eff }) => ({ hlc_eff: eff, received_at: at, sig: null })))
  })
})
