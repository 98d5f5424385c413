import BetterSqlite3 from 'better-sqlite3'

/** The part of better-sqlite3 that the store stands on; another driver of SQLite would offer the same. */
export interface SqliteDatabase {
  readonly inTransaction: boolean
  readonly open: boolean
  readonly prepare: (sql: string) => SqliteStatement
  /** Several statements without parameters. */
  readonly exec: (sql: string) => unknown
  /** With `simple`, the first column of the first row. */
  readonly pragma: (text: string, options?: { simple?: boolean }) => unknown
  readonly close: () => unknown
}

export interface SqliteStatement {
  readonly run: (...params: unknown[]) => { changes: number; lastInsertRowid: number | bigint }
  readonly get: (...params: unknown[]) => unknown
  readonly all: (...params: unknown[]) => unknown[]
  readonly iterate: (...params: unknown[]) => Iterable<unknown>
}

export interface SqliteOptions {
  /** Compiled addon; null = the prebuild of the package. */
  readonly nativeBinding: string | null
  /** Milliseconds to wait for a lock of another connection. */
  readonly timeout: number
  readonly readonly?: boolean
  /** Hears each statement before it is run. */
  readonly trace?: (sql: string) => void
}

/** Throws what the addon throws; see store-error.ts. */
export const openSqlite = (
  path: string,
  { nativeBinding, timeout, readonly = false, trace }: SqliteOptions,
): SqliteDatabase =>
  new BetterSqlite3(path, {
    timeout,
    readonly,
    ...(nativeBinding === null ? {} : { nativeBinding }),
    ...(trace === undefined ? {} : { verbose: trace }),
  })
