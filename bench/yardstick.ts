import { randomBytes } from 'node:crypto'
import { type SqliteDatabase, openSqlite } from '../db/sqlite.ts'
import { microseconds } from './measure.ts'

/**
 * The least a durable write of anything costs here: one row of 200 bytes, WAL, `synchronous=FULL`. As long as the write-ahead log of a
 * fresh file grows, an insert costs about half as much again as one that writes over a log used before.
 */
export interface Yardstick {
  /** Microseconds of one insert. */
  readonly insert: () => number
  /** Empties the log into the file, so that the next insert begins at its start. */
  readonly reuseLog: () => void
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
    reuseLog: () => void database.pragma('wal_checkpoint(PASSIVE)'),
    close: () => void database.close(),
  }
}

const encrypt = (database: SqliteDatabase, key: Uint8Array): void => {
  database.pragma(`cipher = 'aegis'`)
  database.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
}
