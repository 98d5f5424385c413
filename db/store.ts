import type { WorkCalendar } from '../domain/calendar/work-calendar.ts'
import type { PlainDate } from '../domain/plain-date.ts'
import type { SettingsHistory } from '../domain/settings/center-settings.ts'
import type { StoreTime } from './attest/store-time.ts'
import type { CheckedCopy } from './backup/copy.ts'
import type { BlobReader } from './blobs/reader.ts'
import type { BlobWriter } from './blobs/writer.ts'
import type { CalendarReader } from './calendar/reader.ts'
import type { QueueReader } from './cases/queue.ts'
import type { CaseReader } from './cases/reader.ts'
import type { CaseWriter } from './cases/writer.ts'
import type { PeerReader } from './peers/reader.ts'
import type { PeerWriter } from './peers/writer.ts'
import type { ContactReader } from './contacts/reader.ts'
import type { ContactWriter } from './contacts/writer.ts'
import type { DraftReader } from './drafts/reader.ts'
import type { DraftWriter } from './drafts/writer.ts'
import type { AnnualTextReader } from './annual-texts/reader.ts'
import type { PhraseReader } from './phrases/reader.ts'
import type { AnnualTextWriter } from './annual-texts/writer.ts'
import type { PhraseWriter } from './phrases/writer.ts'
import type { ListColumnsReader } from './list-columns/reader.ts'
import type { ListColumnsWriter } from './list-columns/writer.ts'
import type { ListExportReader } from './list-exports/reader.ts'
import type { ListExportWriter } from './list-exports/writer.ts'
import type { ListViewReader } from './list-views/reader.ts'
import type { ListViewWriter } from './list-views/writer.ts'
import type { NumberReader } from './leases/reader.ts'
import type { NumberWriter } from './leases/writer.ts'
import type { LogReader } from './log/reader.ts'
import type { MetaReader } from './meta/reader.ts'
import type { MetaWriter } from './meta/writer.ts'
import type { ProgressReader } from './progress/reader.ts'
import type { ProgressWriter } from './progress/writer.ts'
import type { ApplicationReader } from './applications/reader.ts'
import type { ApplicationWriter } from './applications/writer.ts'
import type { PublishedReader } from './published/reader.ts'
import type { PublishedWriter } from './published/writer.ts'
import type { RecordReader } from './records/reader.ts'
import type { RecordWriter } from './records/writer.ts'
import type { ReferenceReader } from './reference/reader.ts'
import type { ReferenceWriter } from './reference/writer.ts'
import type { SearchReader } from './search/reader.ts'
import type { SignInReader } from './sign-ins/reader.ts'
import type { SignInWriter } from './sign-ins/writer.ts'
import type { OpeningReport } from './start-up/open-sound.ts'
import type { SyncReader } from './sync/reader.ts'
import type { SyncWriter } from './sync/writer.ts'
import type { VerifyReport } from './upkeep/verify.ts'

/** What a commit changed; the same words as the `changes` events of contract/desktop.ts. */
export const changeTopics = ['cases', 'records', 'sync', 'reference', 'desk', 'drafts'] as const
export type ChangeTopic = (typeof changeTopics)[number]

/** Queries. Synchronous; inside `transact` they see what the transaction has written so far. */
export interface StoreReader {
  readonly meta: MetaReader
  readonly log: LogReader
  readonly cases: CaseReader
  readonly queue: QueueReader
  readonly records: RecordReader
  readonly calendar: CalendarReader
  readonly search: SearchReader
  readonly reference: ReferenceReader
  readonly contacts: ContactReader
  readonly peers: PeerReader
  readonly drafts: DraftReader
  readonly phrases: PhraseReader
  readonly annualTexts: AnnualTextReader
  readonly listExports: ListExportReader
  readonly listColumns: ListColumnsReader
  readonly listViews: ListViewReader
  readonly sync: SyncReader
  readonly signIns: SignInReader
  readonly blobs: BlobReader
  readonly numbers: NumberReader
  readonly progress: ProgressReader
  readonly published: PublishedReader
  readonly applications: ApplicationReader
}

/** Given out by `transact` alone and dead when it ends: any later call throws. */
export interface StoreWriter {
  readonly meta: MetaWriter
  readonly cases: CaseWriter
  readonly records: RecordWriter
  readonly reference: ReferenceWriter
  readonly contacts: ContactWriter
  readonly peers: PeerWriter
  readonly drafts: DraftWriter
  readonly phrases: PhraseWriter
  readonly annualTexts: AnnualTextWriter
  readonly listExports: ListExportWriter
  readonly listColumns: ListColumnsWriter
  readonly listViews: ListViewWriter
  readonly sync: SyncWriter
  readonly signIns: SignInWriter
  readonly blobs: BlobWriter
  readonly numbers: NumberWriter
  readonly progress: ProgressWriter
  readonly published: PublishedWriter
  readonly applications: ApplicationWriter
  /** Runs after a successful commit, in order; never after a rollback. */
  readonly onCommit: (hook: () => void) => void
}

/**
 * The open store of one device. Every method throws `StoreError` (store-error.ts) when the machine fails — full disk, damaged
 * page, file taken away — with one of `StoreFailureCode`; nothing is half-written then and later calls may work again.
 */
export interface Store {
  readonly dir: string
  /** UUID of this database; a new one for every new file and after a fork (sync.md 2.1, SYN-27). */
  readonly incarnation: string
  /** Days that count, for every limit this store works out: the shipped arrangements and those taken into use since. */
  readonly calendar: WorkCalendar
  /** Numbers that the center has set for itself, every version of them. */
  readonly settings: SettingsHistory
  readonly read: StoreReader
  readonly time: StoreTime
  /** What had to be mended when it was opened. */
  readonly opening: OpeningReport
  /**
   * Runs `work` in one transaction that is on the disk when this returns. Throws what `work` throws, with nothing written;
   * throws TypeError on a promise (all work is synchronous) and on a transaction inside a transaction.
   */
  readonly transact: <T>(work: (writer: StoreWriter) => T) => T
  /** Calls `listener` after every commit that changed something; returns the way to stop. */
  readonly subscribe: (listener: (topics: ReadonlySet<ChangeTopic>) => void) => () => void
  /** Between two customers: moves the write-ahead log into the file, merges the search index a little. A few milliseconds. */
  readonly idle: () => void
  /** At closing time or after an import: merges the search index wholly and lets the planner count. Seconds on a big store. */
  readonly optimize: () => void
  /**
   * Once a day, when nobody waits: reads the file through and makes the copy of the day. Null when today's is there. Throws `StoreError`
   * `damaged` when the file is.
   */
  readonly nightly: (today: PlainDate) => CheckedCopy | null
  /**
   * When nobody waits: what is over for longer than the device's scope keeps it leaves the store (RET-1); answers how many cases. Nothing where the
   * device has the whole center.
   */
  readonly putAway: () => number
  /** A copy of everything under another name, read through before it gets it. */
  readonly copyTo: (path: string) => CheckedCopy
  /** Damage was met: the next opening reads every page before it trusts the file. */
  readonly suspect: () => void
  /** Everything that can be proved about the file. Seconds on a big store; changes nothing. */
  readonly verify: () => VerifyReport
  /** Empties the write-ahead log into the file and gives the store free for others. Safe to call twice. */
  readonly close: () => void
}
