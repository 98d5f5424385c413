import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { openSealed } from '../connect.ts'
import type { Connection } from '../connection.ts'
import { syncFolder } from '../journal/files.ts'
import { applicationId } from '../migrate.ts'
import type { SqliteOptions } from '../sqlite.ts'
import { StoreError, toStoreError } from '../store-error.ts'
import { ownFile } from '../store-file.ts'

export interface CopyKey {
  readonly key: Uint8Array
  readonly nativeBinding: SqliteOptions['nativeBinding']
}

export interface CheckedCopy {
  readonly path: string
  readonly bytes: number
  /** In the log. */
  readonly operations: number
  /** Schema number. */
  readonly schema: number
}

/**
 * A copy of the whole store as it is now, sealed with the same key, read through before it gets its name: what carries the name is good.
 * Nothing may be written meanwhile, which one process with one connection sees to. The backup interface of SQLite refuses sealed files.
 *
 * Throws `StoreError`; `damaged` when the store itself cannot be read.
 */
export const writeCopy = (connection: Connection, path: string, key: CopyKey): CheckedCopy => {
  const fresh = `${path}.new`
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    rmSync(fresh, { force: true })
    ownFile(fresh)
    connection.database.prepare('VACUUM INTO ?').run(fresh)
    const file = openSync(fresh, 'r+')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    const checked = checkCopy(fresh, key)
    renameSync(fresh, path)
    syncFolder(dirname(path))
    return { ...checked, path }
  } catch (error) {
    rmSync(fresh, { force: true })
    throw toStoreError(error)
  }
}

/** Opens a copy without changing it and reads all of it. Throws `StoreError`: `damaged`, `not_a_store`. */
export const checkCopy = (path: string, key: CopyKey): CheckedCopy => {
  try {
    const database = openSealed(path, { ...key, readonly: true })
    try {
      const first = database.pragma('quick_check(1)', { simple: true })
      if (first !== 'ok') throw new StoreError('damaged', String(first))
      if (database.pragma('application_id', { simple: true }) !== applicationId)
        throw new StoreError('not_a_store', 'a database, but not one of this program')
      const schema = Number(database.pragma('user_version', { simple: true }))
      return { path, bytes: statSync(path).size, operations: countOf(database.prepare(countOperations).get()), schema }
    } finally {
      database.close()
    }
  } catch (error) {
    throw toStoreError(error)
  }
}

const countOperations = 'SELECT count(*) AS n FROM operation'

const countOf = (row: unknown): number => Number(typeof row === 'object' && row !== null && 'n' in row ? row.n : 0)
