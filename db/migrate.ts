import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Connection } from './connection.ts'
import type { Migration } from './migrations/migration.ts'
import type { SqliteDatabase } from './sqlite.ts'
import { StoreError, toStoreError } from './store-error.ts'
import { ownFile } from './store-file.ts'

/** `YCdb`: marks the file as ours beside its schema number. */
export const applicationId = 0x59_43_64_62

export interface Migrated {
  readonly from: number
  readonly to: number
  /** The copy made before, null for a new file or when nothing was to do. */
  readonly copy: string | null
}

/**
 * Brings the file to the newest schema, each step in a transaction of its own together with its number, so that a kill or a full disk
 * leaves it at a step and never in between. A file that holds data is copied first; the copy has the same key.
 *
 * Throws `StoreError`: `newer_schema`, `not_a_store`, or what the disk says.
 */
export const migrate = (connection: Connection, migrations: readonly Migration[], copies: string): Migrated => {
  const { database } = connection
  const from = numberOf(database.pragma('user_version', { simple: true }))
  const newest = migrations.at(-1)?.id ?? 0
  expectOurs(connection, from)
  if (from > newest) {
    throw new StoreError('newer_schema', `the store has schema ${from}, this version knows ${newest} at most`)
  }
  const steps = migrations.filter(({ id }) => id > from)
  const copy = from > 0 && steps.length > 0 ? copyStore(connection, copies, from) : null
  for (const step of steps) apply(connection, step)
  return { from, to: newest, copy }
}

const expectOurs = ({ database }: Connection, version: number): void => {
  const id = numberOf(database.pragma('application_id', { simple: true }))
  const tables = numberOf(database.prepare('SELECT count(*) AS n FROM sqlite_schema').get())
  const fresh = version === 0 && id === 0 && tables === 0
  if (!fresh && id !== applicationId) throw new StoreError('not_a_store', 'a database, but not one of this program')
}

const apply = ({ database }: Connection, { id, sql }: Migration): void => {
  try {
    database.exec(
      `BEGIN IMMEDIATE; PRAGMA application_id = ${applicationId}; ${sql}; PRAGMA user_version = ${id}; COMMIT`,
    )
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    throw toStoreError(error)
  }
}

/** The backup API refuses encrypted files; VACUUM INTO writes an encrypted copy, without what is still in the WAL being lost. */
const copyStore = ({ database }: Connection, folder: string, version: number): string => {
  const path = join(folder, `desk-schema-${String(version).padStart(4, '0')}.db`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    // One that is there was left by a migration that did not come to its end: the store is still what it was a copy of.
    rmSync(path, { force: true })
    ownFile(path)
    writeCopy(database, path)
  } catch (error) {
    throw toStoreError(error)
  }
  return path
}

const writeCopy = (database: SqliteDatabase, path: string): void => {
  try {
    database.prepare('VACUUM INTO ?').run(path)
  } catch (error) {
    rmSync(path, { force: true })
    throw error
  }
}

/** A number, or the first column of a row. */
const numberOf = (value: unknown): number =>
  Number(typeof value === 'object' && value !== null ? Object.values(value)[0] : value)
