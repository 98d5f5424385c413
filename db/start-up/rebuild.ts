import { closeSync, copyFileSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { PlainDate } from '../../domain/plain-date.ts'
import { checkCopy } from '../backup/copy.ts'
import { copiesIn } from '../backup/nightly.ts'
import { calendarInUse } from '../calendar/calendar-in-use.ts'
import { connect } from '../connect.ts'
import { type Connection, guarded } from '../connection.ts'
import type { JournalOperation } from '../journal/entry.ts'
import { moveInto, syncFolder } from '../journal/files.ts'
import type { Journal } from '../journal/journal.ts'
import { inTransaction, redoAll } from '../journal/reconcile.ts'
import { metaReader } from '../meta/reader.ts'
import { migrate } from '../migrate.ts'
import type { Migration } from '../migrations/migration.ts'
import type { SqliteOptions } from '../sqlite.ts'
import { StoreError } from '../store-error.ts'
import { type StorePaths, ownFile } from '../store-file.ts'
import { leaveGap } from './after-rebuild.ts'
import { putDrafts } from './put-drafts.ts'
import { type Salvaged, salvage } from './salvage.ts'
import { beginAfterLoss, takeIdentity } from './take-identity.ts'

export interface RebuildProgress {
  readonly done: number
  readonly total: number
}

export interface RebuildOptions {
  readonly key: Uint8Array
  readonly nativeBinding: SqliteOptions['nativeBinding']
  readonly migrations: readonly Migration[]
  readonly calendar?: WorkCalendar
  readonly today: PlainDate
  /** Copy to begin with; the newest good one of the store's own when not given. */
  readonly copy?: string
  readonly tell: (progress: RebuildProgress) => void
}

/** How a database was made again. */
export interface Rebuilt {
  /** For a log. */
  readonly reason: string
  /** File name of the copy it began with; null = from the journal alone. */
  readonly copy: string | null
  /** Operations that the copy did not have. */
  readonly redone: number
  /** Where the damaged files are now. */
  readonly aside: string
  /** True when numbers were passed over, because nobody knows which were given. */
  readonly gap: boolean
}

/**
 * A new database in place of a damaged one: the newest copy that can be read, then the journal, then what can be read of the damaged file
 * itself. What others did comes with the next pull. It is built beside the old files, which are moved away when it is whole; cut short, it
 * is begun again.
 *
 * Throws `StoreError` `damaged` when there is nothing to make it from; then nothing was touched.
 */
export const rebuild = (
  paths: StorePaths,
  journal: Journal,
  aside: string,
  reason: string,
  options: RebuildOptions,
): Rebuilt => {
  const key = { key: options.key, nativeBinding: options.nativeBinding }
  if (options.copy !== undefined) checkCopy(options.copy, key)
  const copy = options.copy ?? newestGood(paths.copies, options)
  const salvaged = existsSync(paths.database) ? salvage(paths.database, key) : nothingSalvaged
  if (copy === null && journal.identity() === null) throw new StoreError('damaged', reason)
  const fresh = `${paths.database}.new`
  dropFresh(fresh)
  if (copy !== null) copyFileSync(copy, fresh)
  ownFile(fresh)
  const gap = journal.damage().length > 0 || journal.tip() === null
  try {
    const redone = build(fresh, paths, journal, salvaged, gap, options)
    moveInto(aside, dirOf(paths), ['desk.db-wal', 'desk.db-shm', 'desk.db'])
    renameSync(fresh, paths.database)
    syncFolder(dirOf(paths))
    return { reason, copy: copy === null ? null : basename(copy), redone, aside: basename(aside), gap }
  } finally {
    dropFresh(fresh)
  }
}

/** What is not whole under this name was never used. */
const dropFresh = (fresh: string): void => {
  for (const name of [fresh, `${fresh}-wal`, `${fresh}-shm`]) rmSync(name, { force: true })
}

/** Answers how many operations the copy did not have. */
const build = (
  fresh: string,
  paths: StorePaths,
  journal: Journal,
  salvaged: Salvaged,
  gap: boolean,
  options: RebuildOptions,
): number => {
  const { key, nativeBinding } = options
  const connection = connect(fresh, { key, nativeBinding, maxPages: null })
  try {
    migrate(connection, options.migrations, paths.copies)
    const redone = fill(connection, journal, salvaged, options)
    inTransaction(connection, () => {
      if (gap) leaveGap(connection, options.today)
      // A database that was made again must not go on in the chain of the lost one, whose end nobody can swear to.
      if (metaReader(connection).findDevice() !== null) beginAfterLoss(connection, journal)
    })
    guarded(() => connection.database.pragma('wal_checkpoint(TRUNCATE)'))
    return redone
  } finally {
    connection.database.close()
    syncFile(fresh)
  }
}

const nothingSalvaged: Salvaged = { operations: [], drafts: null, draftFiles: [] }

const fill = (connection: Connection, journal: Journal, salvaged: Salvaged, options: RebuildOptions): number => {
  inTransaction(connection, () => {
    takeIdentity(connection, journal)
    putDrafts(connection, salvaged)
  })
  const calendarOf = () => options.calendar ?? calendarInUse(connection)
  const total = countOperations(journal) + salvaged.operations.length
  options.tell({ done: 0, total })
  const fromJournal = redoAll(connection, calendarOf(), journal, (done) => options.tell({ done, total }))
  const rest = { entries: () => entriesOf(salvaged.operations) }
  const fromFile = redoAll(connection, calendarOf(), rest)
  options.tell({ done: total, total })
  return fromJournal + fromFile
}

function* entriesOf(operations: readonly JournalOperation[]) {
  yield { type: 'operations' as const, operations }
}

const countOperations = (journal: Journal): number => {
  let count = 0
  for (const entry of journal.entries()) if (entry.type === 'operations') count += entry.operations.length
  return count
}

/** The damaged file may be wrong about its age, so every copy is read through before it is used. */
const newestGood = (folder: string, { key, nativeBinding, migrations }: RebuildOptions): string | null => {
  const newest = migrations.at(-1)?.id ?? 0
  for (const path of copiesIn(folder)) {
    try {
      if (checkCopy(path, { key, nativeBinding }).schema <= newest) return path
    } catch (error) {
      if (!(error instanceof StoreError)) throw error
    }
  }
  return null
}

const dirOf = (paths: StorePaths): string => join(paths.database, '..')

const syncFile = (path: string): void => {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
