import { existsSync, statSync } from 'node:fs'
import type { StoreFailureCode } from '../contract/host-process.ts'
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts'
import { type Result, err, ok } from '../domain/result.ts'
import { storeTime } from './attest/store-time.ts'
import { blobReader } from './blobs/reader.ts'
import { calendarReader } from './calendar/reader.ts'
import { settingsInUse } from './settings-in-use.ts'
import { calendarInUse } from './calendar/calendar-in-use.ts'
import { queueReader } from './cases/queue.ts'
import { caseReader } from './cases/reader.ts'
import { recordReader } from './records/reader.ts'
import { putAwayAll } from './scope/put-away.ts'
import { connect } from './connect.ts'
import { type Connection, guarded } from './connection.ts'
import { peerReader } from './peers/reader.ts'
import { contactReader } from './contacts/reader.ts'
import { draftReader } from './drafts/reader.ts'
import { annualTextReader } from './annual-texts/reader.ts'
import { listColumnsReader } from './list-columns/reader.ts'
import { listViewReader } from './list-views/reader.ts'
import { listExportReader } from './list-exports/reader.ts'
import { phraseReader } from './phrases/reader.ts'
import { writeCopy } from './backup/copy.ts'
import { expectRoom, usualReserve } from './free-space.ts'
import { type JournalDisk, realDisk } from './journal/files.ts'
import { journalKeeper } from './journal/keeper.ts'
import { inTransaction } from './journal/reconcile.ts'
import { trimJournal } from './journal/trim.ts'
import { withJournal } from './journal/verify-journal.ts'
import { numberReader } from './leases/reader.ts'
import { progressReader } from './progress/reader.ts'
import { applicationReader } from './applications/reader.ts'
import { publishedReader } from './published/reader.ts'
import { lockStore } from './lock.ts'
import { logReader } from './log/reader.ts'
import { metaReader } from './meta/reader.ts'
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
import { nightlyUpkeep } from './start-up/nightly-upkeep.ts'
import { type Opened, openSound } from './start-up/open-sound.ts'
import type { RebuildProgress } from './start-up/rebuild.ts'
import { markSuspect } from './start-up/suspect.ts'
import { syncReader } from './sync/reader.ts'
import { syncWriter } from './sync/writer.ts'
import { type TransactionStep, transactor } from './transact.ts'
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
  /** Folder of the journal, on another disk if there is one; `desk.journal` beside the store when not given. */
  readonly journalDir?: string
  /** Bytes of the disk that are kept free; no further act is taken below. */
  readonly reserve?: number
  /** False: damage is named and nothing is mended, for looking at a store as it is. */
  readonly repair?: boolean
  /** A copy to put in the place of the database, with what the journal has since. */
  readonly restoreFrom?: string
  /** Hears how far a damaged database is made again. */
  readonly onRebuild?: (progress: RebuildProgress) => void
  /** Epoch milliseconds; the machine's clock when not given. */
  readonly now?: () => number
  /** For tests: called at each step of every transaction, what writes the journal, and who hears each statement before it is run. */
  readonly reach?: (step: TransactionStep) => void
  readonly journalDisk?: JournalDisk
  readonly trace?: (sql: string) => void
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
  const opened = openSound(paths, {
    key: options.key,
    nativeBinding: options.nativeBinding,
    migrations: options.migrations ?? migrations,
    connect: () => connectKnown(options, paths),
    journalDir: options.journalDir ?? paths.journal,
    journalDisk: options.journalDisk ?? realDisk,
    calendar: options.calendar ?? null,
    now: options.now ?? Date.now,
    repair: options.repair ?? true,
    restoreFrom: options.restoreFrom ?? null,
    tell: options.onRebuild ?? (() => undefined),
    prepare: (connection) => prepare(connection, options),
  })
  try {
    markReady(paths, options.key)
    return storeOf(opened, options, paths, release)
  } catch (error) {
    opened.journal.close()
    opened.connection.database.close()
    throw error
  }
}

/** What another program, or another version of this one, made of the log is made anew; everything is read for it. */
const prepare = (connection: Connection, options: OpenOptions): void => {
  const calendarOf = () => options.calendar ?? calendarInUse(connection)
  if (!isFoldCurrent(connection)) {
    inTransaction(connection, () => refoldAll(connection, calendarOf(), options.onRefold ?? (() => undefined)))
  }
  if (!isSearchCurrent(connection)) {
    inTransaction(connection, () => rebuildSearch(connection, calendarOf(), options.onReindex ?? (() => undefined)))
  }
  indexNewCases(connection)
  inTransaction(connection, (scope) => syncWriter(connection, scope, calendarOf()).retryHeld())
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
      ...(options.trace === undefined ? {} : { trace: options.trace }),
    })
  } catch (error) {
    const known = toStoreError(error)
    if (header === null && exists && known instanceof StoreError && known.code === 'damaged') {
      throw new StoreError('not_a_store', 'desk.db is not a store, or not one of this key', error)
    }
    throw known
  }
}

const storeOf = (opened: Opened, options: OpenOptions, paths: StorePaths, release: () => void): Store => {
  const { connection, journal } = opened
  const calendarOf = () => options.calendar ?? calendarInUse(connection)
  const folders = journal.dir === paths.journal ? [options.dir] : [options.dir, journal.dir]
  const keeper = journalKeeper(connection, journal, () =>
    expectRoom(folders.filter(existsSync), options.reserve ?? usualReserve),
  )
  const { transact, subscribe } = transactor(connection, calendarOf, keeper, options.reach)
  const read = readerOf(connection)
  const key = { key: options.key, nativeBinding: options.nativeBinding }
  const putAway = (): number => {
    indexNewCases(connection)
    const count = putAwayAll(connection, () => transact(({ sync }) => sync.putAwayCases()))
    if (count > 0) trimJournal(connection, journal)
    return count
  }
  return {
    dir: options.dir,
    opening: opened.report,
    get calendar() {
      return calendarOf()
    },
    get settings() {
      return settingsInUse(connection)
    },
    get incarnation() {
      return read.meta.find('incarnation') ?? ''
    },
    read,
    time: storeTime(connection),
    transact,
    subscribe,
    idle: () => {
      indexNewCases(connection)
      idle(connection)
      trimJournal(connection, journal)
    },
    optimize: () => {
      indexNewCases(connection)
      optimize(connection)
    },
    verify: () => {
      indexNewCases(connection)
      return withJournal(verifyStore(connection, calendarOf()), connection, journal, options.key)
    },
    nightly: (today) => {
      putAway()
      return nightlyUpkeep(connection, paths, today, key)
    },
    putAway,
    copyTo: (path) => writeCopy(connection, path, key),
    suspect: () => markSuspect(paths.suspect),
    close: () => {
      if (!connection.database.open) return
      try {
        indexNewCases(connection)
        guarded(() => connection.database.pragma('wal_checkpoint(TRUNCATE)'))
      } finally {
        connection.database.close()
        journal.close()
        release()
      }
    },
  }
}

const readerOf = (connection: Connection): StoreReader => ({
  meta: metaReader(connection),
  log: logReader(connection),
  cases: caseReader(connection),
  queue: queueReader(connection),
  records: recordReader(connection),
  calendar: calendarReader(connection),
  search: searchReader(connection),
  reference: referenceReader(connection),
  contacts: contactReader(connection),
  peers: peerReader(connection),
  drafts: draftReader(connection),
  phrases: phraseReader(connection),
  annualTexts: annualTextReader(connection),
  listExports: listExportReader(connection),
  listColumns: listColumnsReader(connection),
  listViews: listViewReader(connection),
  sync: syncReader(connection),
  signIns: signInReader(connection),
  blobs: blobReader(connection),
  numbers: numberReader(connection),
  progress: progressReader(connection),
  published: publishedReader(connection),
  applications: applicationReader(connection),
})

const isMissingAddon = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ERR_DLOPEN_FAILED' || error.code === 'MODULE_NOT_FOUND')

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
