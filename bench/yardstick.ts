import { randomBytes } from 'node:crypto'
import { type SqliteDatabase, openSqlite } from '../db/sqlite.ts'
import { microseconds } from './measure.ts'

/** The least a durable write of anything costs here: one row of 200 bytes, WAL, `synchronous=FULL`. */
export interface Yardstick {
  /** Microseconds of one insert. */
  readonly insert: () => number
  readonly close: () => void
}

/** @param key encrypts it with the cipher of the store; null = a plain file */
export const openYardstick = (path: string, key: Uint8Array | null): Yardstick => {
  const database = openSqlite(path, { nativeBinding: null, timeout: 0 })
  if (key !== null) encrypt(database, key)
  database.pragma('journal_mode = wal')
  database.pragma('synchronous = full')
  database.exec('CREATE TABLE line (n INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const insert = database.prepare('INSERT INTO line (text) VALUES (?)')
  const text = randomBytes(100).toString('hex')
  return {
    insert: () => microseconds(() => insert.run(text)),
    close: () => void database.close(),
  }
}

const encrypt = (database: SqliteDatabase, key: Uint8Array): void => {
  database.pragma(`cipher = 'aegis'`)
  database.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
}
