import { randomUUID } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import type { StoreFailureCode } from '../contract/host-process.ts'
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts'
import { type Result, err, ok } from '../domain/result.ts'
import { calendarReader } from './calendar/reader.ts'
import { settingsInUse } from './settings-in-use.ts'
import { calendarInUse } from './calendar/calendar-in-use.ts'
import { caseReader } from './cases/reader.ts'
import { recordReader } from './records/reader.ts'
import { connect } from './connect.ts'
import { type Connection, guarded } from './connection.ts'
import { draftReader } from './drafts/reader.ts'
import { lockStore } from './lock.ts'
import { logReader } from './log/reader.ts'
import { metaReader } from './meta/reader.ts'
import { putMeta } from './meta/writer.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'
import { referenceReader } from './reference/reader.ts'
import { indexNewCases } from './search/unindexed.ts'
import { searchReader } from './search/reader.ts'
import { signInReader } from './sign-ins/reader.ts'
import type { Store, StoreReader } from './store.ts'
import { StoreError, toStoreError } from './store-error.ts'
import {
  type StorePaths,
  isPlainSqlite,
  keyCheck,
  ownFile,
  ownFolder,
  readHeader,
  storePaths,
  writeHeader,
} from './store-file.ts'
import { syncReader } from './sync/reader.ts'
import { transactor } from './transact.ts'
import { idle, optimize } from './upkeep/idle.ts'
import { isFoldCurrent, refoldAll } from './upkeep/refold-all.ts'
import { type ReindexProgress, isSearchCurrent, rebuildSearch } from './upkeep/rebuild-search.ts'
import { verifyStore } from './upkeep/verify.ts'

export interface OpenOptions {
  /** Folder of the store; made (owner only) when missing. The file in it is `desk.db`. */
  readonly dir: string
  /** 32 random bytes; where they come from is the host's matter. */
  readonly key: Uint8Array
  /** Compiled SQLite addon for runtimes that the package's prebuild does not fit; null = the prebuild. */
  readonly nativeBinding: string | null
  /** Counts the due dates; the State Council's newest when not given. */
  readonly calendar?: WorkCalendar
  /** Largest size of the file in pages of 4 KiB, for disks with a quota. */
  readonly maxPages?: number
  /** Hears how many cases and records are folded again, after an upgrade, before the store opens. */
  readonly onRefold?: (done: number) => void
  /** Hears how far a search index is that other rules made and that is made anew before the store opens. */
  readonly onReindex?: (progress: ReindexProgress) => void
  /** Another list than the shipped one, for tests of migrating. */
  readonly migrations?: readonly Migration[]
}

export interface OpenFailure {
  readonly code: StoreFailureCode
  /** For a log: English, no personal data. */
  readonly detail: string
}

/** Opens the store of a device, or makes it. Every failure has its code; nothing is left open or locked after one. */
export const openStore = (options: OpenOptions): Result<Store, OpenFailure> => {
  const paths = storePaths(options.dir)
  let release: (() => void) | null = null
  try {
    if (options.key.length !== 32) throw new StoreError('wrong_key', 'a key has 32 bytes')
    ownFolder(options.dir)
    release = lockStore(paths.lock, options.nativeBinding).release
    return ok(openLocked(options, paths, release))
  } catch (error) {
    release?.()
    const known = isMissingAddon(error)
      ? new StoreError('native_missing', messageOf(error), error)
      : toStoreError(error)
    if (known instanceof StoreError) return err({ code: known.code, detail: known.message })
    throw known
  }
}

const openLocked = (options: OpenOptions, paths: StorePaths, release: () => void): Store => {
  const connection = connectKnown(options, paths)
  try {
    migrate(connection, options.migrations ?? migrations, paths.copies)
    if (metaReader(connection).find('incarnation') === null) putMeta(connection, 'incarnation', randomUUID())
    markReady(paths, options.key)
    return storeOf(connection, options, release)
  } catch (error) {
    connection.database.close()
    throw error
  }
}

/** Written once: a store on a full disk must still open, if only to be read. */
const markReady = (paths: StorePaths, key: Uint8Array): void => {
  if (readHeader(paths.header)?.state === 'ready') return
  writeHeader(paths.header, { format: 'yichuang-store', state: 'ready', key: keyCheck(key) })
}

/** Tells apart what SQLite calls by one name: a wrong key, a file that is none of ours, and a damaged one. */
const connectKnown = (options: OpenOptions, paths: StorePaths): Connection => {
  const header = readHeader(paths.header)
  const check = keyCheck(options.key)
  if (header !== null && header.key !== check)
    throw new StoreError('wrong_key', 'the key does not belong to this store')
  const exists = existsSync(paths.database) && statSync(paths.database).size > 0
  if (header?.state === 'ready' && !exists) throw new StoreError('damaged', 'the store has lost its file desk.db')
  if (header === null) {
    if (exists && isPlainSqlite(paths.database)) throw new StoreError('not_a_store', 'desk.db is not encrypted')
    if (!exists) writeHeader(paths.header, { format: 'yichuang-store', state: 'creating', key: check })
  }
  ownFile(paths.database)
  try {
    return connect(paths.database, {
      key: options.key,
      nativeBinding: options.nativeBinding,
      maxPages: options.maxPages ?? null,
    })
  } catch (error) {
    const known = toStoreError(error)
    if (header === null && exists && known instanceof StoreError && known.code === 'damaged') {
      throw new StoreError('not_a_store', 'desk.db is not a store, or not one of this key', error)
    }
    throw known
  }
}

const storeOf = (connection: Connection, options: OpenOptions, release: () => void): Store => {
  const calendarOf = () => options.calendar ?? calendarInUse(connection)
  const { transact, subscribe } = transactor(connection, calendarOf)
  const read = readerOf(connection)
  if (!isFoldCurrent(connection)) {
    transact(() => refoldAll(connection, calendarOf(), options.onRefold ?? (() => undefined)))
  }
  if (!isSearchCurrent(connection)) {
    transact(() => rebuildSearch(connection, calendarOf(), options.onReindex ?? (() => undefined)))
  }
  indexNewCases(connection)
  transact(({ sync }) => sync.retryHeld())
  return {
    dir: options.dir,
    get calendar() {
      return calendarOf()
    },
    get settings() {
      return settingsInUse(connection)
    },
    incarnation: read.meta.find('incarnation') ?? '',
    read,
    transact,
    subscribe,
    idle: () => {
      indexNewCases(connection)
      idle(connection)
    },
    optimize: () => {
      indexNewCases(connection)
      optimize(connection)
    },
    verify: () => {
      indexNewCases(connection)
      return verifyStore(connection, calendarOf())
    },
    close: () => {
      if (!connection.database.open) return
      try {
        indexNewCases(connection)
        guarded(() => connection.database.pragma('wal_checkpoint(TRUNCATE)'))
      } finally {
        connection.database.close()
        release()
      }
    },
  }
}

const readerOf = (connection: Connection): StoreReader => ({
  meta: metaReader(connection),
  log: logReader(connection),
  cases: caseReader(connection),
  records: recordReader(connection),
  calendar: calendarReader(connection),
  search: searchReader(connection),
  reference: referenceReader(connection),
  drafts: draftReader(connection),
  sync: syncReader(connection),
  signIns: signInReader(connection),
})

const isMissingAddon = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ERR_DLOPEN_FAILED' || error.code === 'MODULE_NOT_FOUND')

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
