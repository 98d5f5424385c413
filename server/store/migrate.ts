import { generateKeyPairSync, randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { Migrator } from 'kysely/migration'
import type { Database } from './connect.ts'
import { migrations } from './migrations/index.ts'

/** The database was migrated by a newer server: this one would misread it. */
export class NewerSchemaError extends Error {
  readonly unknown: readonly string[]

  constructor(unknown: readonly string[]) {
    super(`database has migrations this server does not know: ${unknown.join(', ')}`)
    this.name = 'NewerSchemaError'
    this.unknown = unknown
  }
}

/**
 * Brings the database to this server's schema and gives it its identity. Safe in any number of processes at once: kysely's migrator
 * holds an advisory lock and runs all steps in one transaction. Throws NewerSchemaError, having changed nothing.
 */
export const migrate = async (db: Database): Promise<readonly string[]> => {
  const unknown = await unknownMigrations(db)
  if (unknown.length > 0) throw new NewerSchemaError(unknown)
  const migrator = new Migrator({ db, provider: { getMigrations: () => Promise.resolve({ ...migrations }) } })
  const { error, results } = await migrator.migrateToLatest()
  if (error !== undefined) throw error
  await db
    .insertInto('server_identity')
    .values({ epoch: randomUUID(), token_key: randomBytes(32), signing_key: makeSigningKey() })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return (results ?? []).filter((result) => result.status === 'Success').map((result) => result.migrationName)
}

const makeSigningKey = (): Buffer => generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' })

/** Migrations the database has and this server has not; also empty for an empty database. */
const unknownMigrations = async (db: Database): Promise<readonly string[]> => {
  const { rows: found } = await sql<{
    name: string | null
  }>`select to_regclass('kysely_migration')::text as name`.execute(db)
  if (found[0]?.name === null) return []
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db)
  return rows.map((row) => row.name).filter((name) => !(name in migrations))
}
