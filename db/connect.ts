import { type Connection, connectionOf } from './connection.ts'
import { type SqliteDatabase, type SqliteOptions, openSqlite } from './sqlite.ts'
import { StoreError } from './store-error.ts'

export interface ConnectOptions {
  readonly key: Uint8Array
  readonly nativeBinding: SqliteOptions['nativeBinding']
  /** Largest size of the file in pages of 4 KiB; null = as large as the disk allows. */
  readonly maxPages: number | null
  /** For tests: hears each statement before it is run. */
  readonly trace?: (sql: string) => void
}

/** Fixes of WAL corruption that the store relies on came with this version. */
const oldestSqlite = [3, 51, 3] as const

/**
 * Opens the encrypted file and sets what holds for one connection only, on every open: a WAL database that is opened again stands at
 * `synchronous=NORMAL`, and a receipt could vanish in a power cut. Reads the first page, so a wrong key or a damaged head shows here.
 */
export const connect = (path: string, { maxPages, ...sealed }: ConnectOptions): Connection => {
  const database = openSealed(path, { ...sealed, readonly: false })
  try {
    expectVersion(database)
    for (const [name, value] of Object.entries(pragmas)) database.pragma(`${name} = ${value}`)
    // What a page is written for anyway is cleared on it.
    database.pragma('secure_delete = fast')
    if (maxPages !== null) database.pragma(`max_page_count = ${maxPages}`)
    expectPragmas(database)
    return connectionOf(database)
  } catch (error) {
    database.close()
    throw error
  }
}

/** The bare file under its key, with nothing else set and nothing read yet. */
export const openSealed = (
  path: string,
  { key, ...options }: Omit<ConnectOptions, 'maxPages'> & { readonly readonly: boolean },
): SqliteDatabase => {
  const database = openSqlite(path, { ...options, timeout: busyTimeout })
  try {
    // Before anything else, for even the version is asked of an opened file. The raw key needs no derivation.
    database.pragma(`cipher = 'aegis'`)
    database.pragma(`key = "raw:${Buffer.from(key).toString('hex')}"`)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Milliseconds a statement waits for a worker thread's connection. */
const busyTimeout = 5000

/** Every one is read back. Sizes: cache 64 MiB; the WAL is moved into the file when the desk is idle, at 4,000 pages at the latest. */
const pragmas = {
  page_size: 4096,
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  cache_size: -65_536,
  wal_autocheckpoint: 4000,
  temp_store: 2,
} as const

const expectPragmas = (database: SqliteDatabase): void => {
  for (const [name, value] of Object.entries(pragmas)) {
    const actual = database.pragma(name, { simple: true })
    if (actual !== value) throw new StoreError('unexpected', `pragma ${name} is ${String(actual)}, not ${value}`)
  }
}

const expectVersion = (database: SqliteDatabase): void => {
  const row = database.prepare('SELECT sqlite_version() AS version').get()
  const version = typeof row === 'object' && row !== null && 'version' in row ? String(row.version) : ''
  const parts = version.split('.').map(Number)
  const newer = oldestSqlite.map((part, at) => (parts[at] ?? 0) - part).find((difference) => difference !== 0) ?? 0
  if (newer < 0) throw new StoreError('unexpected', `SQLite ${version} is older than ${oldestSqlite.join('.')}`)
}
