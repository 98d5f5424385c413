import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type SqliteDatabase, openSqlite } from '../../../db/sqlite.ts'
import type { Argon2idWrap } from './key-file.ts'

/** Cost of new wraps: OWASP asks for 19 MiB and two passes. A tenth of a second. */
const cost = { m: 32_768, t: 2 } as const

/**
 * Seals the key in an encrypted database of one row, which lies in `key.json` as text. Argon2id is at hand in the cipher of the store
 * and nowhere else in Node 18; the scrypt of Electron's Node would take half a second of every start.
 */
export const sealWithPassphrase = (key: Uint8Array, passphrase: string, nativeBinding: string | null): Argon2idWrap => {
  const sealed = inTemporaryFile((path) => {
    withDatabase(path, { ...cost, passphrase, nativeBinding }, (database) => {
      // The smallest file; nothing of it is kept on the disk but what `key.json` gets.
      database.pragma('page_size = 512')
      database.pragma('journal_mode = off')
      database.exec('CREATE TABLE sealed (key BLOB NOT NULL) STRICT')
      database.prepare('INSERT INTO sealed (key) VALUES (?)').run(key)
    })
    return readFileSync(path)
  })
  return { provider: 'argon2id', ...cost, sealed: sealed.toString('base64') }
}

/** Null when the passphrase is wrong or the wrap was altered: the cipher cannot tell the two apart. */
export const openWithPassphrase = (
  { m, t, sealed }: Argon2idWrap,
  passphrase: string,
  nativeBinding: string | null,
): Uint8Array | null =>
  inTemporaryFile((path) => {
    writeFileSync(path, Buffer.from(sealed, 'base64'), { mode: 0o600 })
    try {
      return withDatabase(path, { m, t, passphrase, nativeBinding }, keyIn)
    } catch (error) {
      if (error instanceof Error && 'code' in error && unreadable.has(error.code)) return null
      throw error
    }
  })

const keyIn = (database: SqliteDatabase): Uint8Array | null => {
  const row = database.prepare('SELECT key FROM sealed').get()
  return typeof row === 'object' && row !== null && 'key' in row && row.key instanceof Uint8Array ? row.key : null
}

/** What SQLite says of a file that the key does not open, or that was cut or altered. */
const unreadable: ReadonlySet<unknown> = new Set([
  'SQLITE_NOTADB',
  'SQLITE_CORRUPT',
  'SQLITE_ERROR',
  'SQLITE_IOERR_DATA',
])

interface Sealing {
  readonly m: number
  readonly t: number
  readonly passphrase: string
  readonly nativeBinding: string | null
}

const withDatabase = <T>(path: string, sealing: Sealing, work: (database: SqliteDatabase) => T): T => {
  const database = openSqlite(path, { nativeBinding: sealing.nativeBinding, timeout: 0 })
  try {
    database.pragma(`cipher = 'aegis'`)
    database.pragma(`algorithm = 'aegis-256'`)
    database.pragma(`mcost = ${String(sealing.m)}`)
    database.pragma(`tcost = ${String(sealing.t)}`)
    database.pragma('pcost = 1')
    database.pragma(`key = '${secretOf(sealing.passphrase)}'`)
    return work(database)
  } finally {
    database.close()
  }
}

/**
 * The secret that Argon2id is given: of a passphrase it could take some for a raw key, and every quotation mark for its end. The same
 * passphrase typed on two systems can differ in its Unicode form.
 */
const secretOf = (passphrase: string): string =>
  `passphrase ${createHash('sha256').update('yichuang store key, argon2id, 1\n').update(passphrase.normalize('NFC')).digest('hex')}`

const inTemporaryFile = <T>(work: (path: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-key-'))
  try {
    return work(join(folder, 'sealed'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
