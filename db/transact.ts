import type { WorkCalendar } from '../domain/calendar/work-calendar.ts'
import { blobWriter } from './blobs/writer.ts'
import { caseWriter } from './cases/writer.ts'
import type { Connection } from './connection.ts'
import { peerWriter } from './peers/writer.ts'
import { contactWriter } from './contacts/writer.ts'
import { draftWriter } from './drafts/writer.ts'
import { annualTextWriter } from './annual-texts/writer.ts'
import { listColumnsWriter } from './list-columns/writer.ts'
import { listViewWriter } from './list-views/writer.ts'
import { listExportWriter } from './list-exports/writer.ts'
import { phraseWriter } from './phrases/writer.ts'
import type { JournalKeeper } from './journal/keeper.ts'
import { numberWriter } from './leases/writer.ts'
import { progressWriter } from './progress/writer.ts'
import { applicationWriter } from './applications/writer.ts'
import { publishedWriter } from './published/writer.ts'
import { metaWriter } from './meta/writer.ts'
import { recordWriter } from './records/writer.ts'
import { referenceWriter } from './reference/writer.ts'
import { signInWriter } from './sign-ins/writer.ts'
import type { ChangeTopic, StoreWriter } from './store.ts'
import { toStoreError } from './store-error.ts'
import { countUnindexed, indexNewCases } from './search/unindexed.ts'
import { syncWriter } from './sync/writer.ts'
import { type WriteScope, writeScope } from './write-scope.ts'

export interface Transactor {
  readonly transact: <T>(work: (writer: StoreWriter) => T) => T
  readonly subscribe: (listener: Listener) => () => void
}

type Listener = (topics: ReadonlySet<ChangeTopic>) => void

/** Moments of a transaction, in their order, at which a test ends the process. */
export type TransactionStep = 'before' | 'begun' | 'journal_written' | 'committed'

/**
 * One transaction at a time, in the journal and on the disk when `transact` returns (`synchronous=FULL`). See `Store`.
 *
 * @param reach called at each step
 */
export const transactor = (
  connection: Connection,
  calendarOf: () => WorkCalendar,
  journal: JournalKeeper,
  reach: (step: TransactionStep) => void = () => undefined,
): Transactor => {
  const { database } = connection
  const begin = database.prepare('BEGIN IMMEDIATE')
  const commit = database.prepare('COMMIT')
  const rollback = database.prepare('ROLLBACK')
  const listeners = new Set<Listener>()

  /** What is told to have failed must not come back from the journal, nor its place in the chain be given twice. */
  const commitOr = (takeBack: (() => void) | null): void => {
    try {
      commit.run()
    } catch (error) {
      takeBack?.()
      throw error
    }
  }

  const committed = <T>(scope: WriteScope, work: (writer: StoreWriter) => T): T => {
    try {
      journal.expectWritable()
      reach('before')
      begin.run()
      reach('begun')
      const result = work(writerOf(connection, scope, calendarOf()))
      // Many at once are no customer at the window: they are indexed where they are written.
      if (countUnindexed(connection) > fewCases) indexNewCases(connection)
      if (isPromise(result)) throw new TypeError('a transaction is synchronous: it cannot wait for a promise')
      const takeBack = journal.beforeCommit()
      reach('journal_written')
      commitOr(takeBack)
      reach('committed')
      return result
    } catch (error) {
      // After some failures of the disk SQLite has rolled back by itself.
      if (database.inTransaction) rollback.run()
      connection.facts.clear()
      throw toStoreError(error)
    } finally {
      scope.end()
    }
  }

  return {
    transact: (work) => {
      if (database.inTransaction) throw new TypeError('a transaction inside a transaction')
      const scope = writeScope()
      const result = committed(scope, work)
      const { hooks, topics } = scope
      const told = topics.size === 0 ? [] : [...listeners].map((listener) => () => listener(topics))
      for (const hook of [...hooks, ...told]) runAfterCommit(hook)
      if (countUnindexed(connection) > 0) indexSoon(connection)
      return result
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}

/** New cases of one transaction that may wait for their index. */
const fewCases = 3

/** After the answer: the next search, or the next turn of the loop, has it done. A disk that fails now fails whoever searches. */
const indexSoon = (connection: Connection): void => {
  setImmediate(() => {
    try {
      if (connection.database.open && !connection.database.inTransaction) indexNewCases(connection)
    } catch {
      // Nothing is lost: it is outstanding still.
    }
  })
}

/** A hook that fails is a bug to be seen, but the commit stands and must not look undone to whoever made it. */
const runAfterCommit = (hook: () => void): void => {
  try {
    hook()
  } catch (error) {
    queueMicrotask(() => {
      throw error
    })
  }
}

const writerOf = (connection: Connection, scope: WriteScope, calendar: WorkCalendar): StoreWriter => ({
  meta: metaWriter(connection, scope),
  cases: caseWriter(connection, scope, calendar),
  records: recordWriter(connection, scope, calendar),
  reference: referenceWriter(connection, scope),
  contacts: contactWriter(connection, scope),
  peers: peerWriter(connection),
  drafts: draftWriter(connection, scope),
  phrases: phraseWriter(connection, scope),
  annualTexts: annualTextWriter(connection, scope),
  listExports: listExportWriter(connection, scope),
  listColumns: listColumnsWriter(connection, scope),
  listViews: listViewWriter(connection, scope),
  sync: syncWriter(connection, scope, calendar),
  signIns: signInWriter(connection, scope),
  blobs: blobWriter(connection, scope),
  numbers: numberWriter(connection, scope),
  progress: progressWriter(connection, scope),
  published: publishedWriter(connection, scope),
  applications: applicationWriter(connection, scope),
  onCommit: scope.onCommit,
})

const isPromise = (value: unknown): boolean => typeof value === 'object' && value !== null && 'then' in value
