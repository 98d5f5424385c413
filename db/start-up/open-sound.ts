import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import { calendarInUse } from '../calendar/calendar-in-use.ts'
import type { Connection } from '../connection.ts'
import type { JournalDisk } from '../journal/files.ts'
import { type Journal, openJournal } from '../journal/journal.ts'
import { type Reconciled, reconcile } from '../journal/reconcile.ts'
import { metaReader } from '../meta/reader.ts'
import { putMeta } from '../meta/writer.ts'
import { migrate } from '../migrate.ts'
import type { Migration } from '../migrations/migration.ts'
import type { SqliteOptions } from '../sqlite.ts'
import { StoreError, toStoreError } from '../store-error.ts'
import type { StorePaths } from '../store-file.ts'
import { checkStore } from './check-store.ts'
import { type RebuildProgress, type Rebuilt, rebuild } from './rebuild.ts'
import { catchUp } from './take-identity.ts'
import { clearSuspect, isSuspect } from './suspect.ts'

/** What an opening had to mend. */
export interface OpeningReport {
  /** The database was made again; null = it was sound. */
  readonly rebuilt: Rebuilt | null
  /** Between database and journal. */
  readonly reconciled: Reconciled
}

export interface Opened {
  readonly connection: Connection
  readonly journal: Journal
  readonly report: OpeningReport
}

export interface SoundOptions {
  readonly key: Uint8Array
  readonly nativeBinding: SqliteOptions['nativeBinding']
  readonly migrations: readonly Migration[]
  readonly journalDir: string
  readonly journalDisk: JournalDisk
  readonly calendar: WorkCalendar | null
  readonly now: () => number
  readonly repair: boolean
  readonly restoreFrom: string | null
  readonly tell: (progress: RebuildProgress) => void
  /** Opens the database of the store and tells its failures apart. */
  readonly connect: () => Connection
  /** Brings what is made of the log up to date; reads all of it when there is something to do. */
  readonly prepare: (connection: Connection) => void
}

/**
 * Opens journal and database, mends what can be mended, and answers when both say the same (sync.md 2.10). Damage in the database at any
 * point of this — a page, a row that is not what its hash says, the file gone — ends in a new one, made once.
 */
export const openSound = (paths: StorePaths, options: SoundOptions): Opened => {
  if (!existsSync(dirname(options.journalDir)))
    throw new StoreError('no_permission', 'the disk of the journal is not there')
  const journal = openJournal({ dir: options.journalDir, key: options.key, disk: options.journalDisk })
  try {
    if (options.restoreFrom !== null) return anew(paths, options, journal, 'restored from a copy')
    try {
      return { journal, ...ready(paths, options, journal) }
    } catch (error) {
      const damage = toStoreError(error)
      if (!options.repair || !(damage instanceof StoreError) || damage.code !== 'damaged') throw error
      return anew(paths, options, journal, damage.message)
    }
  } catch (error) {
    journal.close()
    throw error
  }
}

const anew = (paths: StorePaths, options: SoundOptions, journal: Journal, reason: string): Opened => {
  const rebuilt = rebuild(paths, journal, asideOf(paths, options), reason, {
    key: options.key,
    nativeBinding: options.nativeBinding,
    migrations: options.migrations,
    today: plainDateInShanghai(options.now()),
    tell: options.tell,
    ...(options.calendar === null ? {} : { calendar: options.calendar }),
    ...(options.restoreFrom === null ? {} : { copy: options.restoreFrom }),
  })
  const { connection, report } = ready(paths, options, journal)
  return { connection, journal, report: { ...report, rebuilt } }
}

const ready = (paths: StorePaths, options: SoundOptions, journal: Journal): Omit<Opened, 'journal'> => {
  const connection = options.connect()
  try {
    migrate(connection, options.migrations, paths.copies)
    const suspect = isSuspect(paths.suspect)
    if (options.repair) checkStore(connection, paths.database, suspect)
    if (options.repair) expectIdentity(connection, journal)
    if (metaReader(connection).find('incarnation') === null) putMeta(connection, 'incarnation', randomUUID())
    const calendar = options.calendar ?? calendarInUse(connection)
    const reconciled = options.repair
      ? bringTogether(connection, calendar, journal, asideOf(paths, options))
      : { redone: 0, rewritten: 0, damage: journal.damage() }
    options.prepare(connection)
    if (suspect && options.repair) clearSuspect(paths.suspect)
    return { connection, report: { rebuilt: null, reconciled } }
  } catch (error) {
    connection.database.close()
    throw error
  }
}

const bringTogether = (connection: Connection, calendar: WorkCalendar, journal: Journal, aside: string): Reconciled => {
  const caughtUp = catchUp(connection, calendar, journal)
  const reconciled = reconcile(connection, calendar, journal, aside)
  return { ...reconciled, redone: reconciled.redone + caughtUp }
}

/**
 * A database that does not know which device it is, beside a journal that does: everything since it was made stood in a write-ahead log that
 * is gone. Nothing in it is worth keeping, and a new one knows.
 */
const expectIdentity = (connection: Connection, journal: Journal): void => {
  if (metaReader(connection).findDevice() === null && journal.identity() !== null)
    throw new StoreError('damaged', 'the database has lost which device it is')
}

/** A folder of its own for each time, named by the instant. */
const asideOf = (paths: StorePaths, { now }: SoundOptions): string => {
  const at = new Date(now()).toISOString().replaceAll(/[:.]/g, '-')
  for (let n = 1; ; n++) {
    const folder = join(paths.aside, n === 1 ? at : `${at}-${String(n)}`)
    if (!existsSync(folder)) return folder
  }
}
