import type { FoldedFields } from '../../domain/text/search-tokens.ts'
import { parseState } from '../cases/load-state.ts'
import { type Connection, remembered, unindexedFact as fact } from '../connection.ts'
import { query } from '../query.ts'
import type { SqliteDatabase } from '../sqlite.ts'
import { type NoParams, statement } from '../statement.ts'
import { StoreError, toStoreError } from '../store-error.ts'
import { foldedCaseFields } from './case-fields.ts'
import { addTokensOf } from './index-case.ts'

interface UnindexedCase {
  readonly seq: number
  readonly fields: FoldedFields
}

/**
 * New cases get their words into the search index right after the commit that saved them, because that is a third of the work and nobody
 * waits for it; whoever searches meanwhile has it done first (`indexNewCases`). Keys only grow and are indexed in their order, so what a
 * killed process left over is every case above the last entry of the index: nothing has to be noted on the disk.
 */
export const noteUnindexed = (connection: Connection, seq: number, fields: FoldedFields): void => {
  // Without the fact nobody knows what is left over, and it is read from the tables when it is needed.
  ;(connection.facts.get(fact) as UnindexedCase[] | undefined)?.push({ seq, fields })
}

/** What is left over, read if nobody knows it: from here on, many that come in at once are indexed where they are written. */
export const countOnUnindexed = (connection: Connection): void => {
  remembered<UnindexedCase[]>(connection, fact, () => readUnindexed(connection))
}

/** How many wait, as far as it is known without reading. */
export const countUnindexed = (connection: Connection): number =>
  (connection.facts.get(fact) as UnindexedCase[] | undefined)?.length ?? 0

/** True while the index has no entry for this case yet, and owes it one. */
export const isUnindexed = (connection: Connection, seq: number): boolean =>
  ((connection.facts.get(fact) as UnindexedCase[] | undefined) ?? []).some((one) => one.seq === seq)

/** Brings the index up to date: in the transaction that is open, or in one of its own. */
export const indexNewCases = (connection: Connection): void => {
  const waiting = remembered<UnindexedCase[]>(connection, fact, () => readUnindexed(connection))
  if (waiting.length === 0) return
  const { database } = connection
  const index = () => {
    for (const { seq, fields } of waiting) addTokensOf(connection, seq, fields)
  }
  if (database.inTransaction) index()
  else if (!indexApart(database, index)) return
  connection.facts.set(fact, [])
}

/** In a transaction of its own. False on a full disk: the newest cases are not found until there is room, everything else goes on. */
const indexApart = (database: SqliteDatabase, index: () => void): boolean => {
  try {
    database.exec('BEGIN IMMEDIATE')
    index()
    database.exec('COMMIT')
    return true
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK')
    const failure = toStoreError(error)
    if (failure instanceof StoreError && failure.code === 'disk_full') return false
    throw failure
  }
}

const readUnindexed = (connection: Connection): UnindexedCase[] =>
  connection.all(aboveIndex, {}).flatMap(({ seq, state }) => {
    const fields = readable(state)
    return fields === null ? [] : [{ seq, fields }]
  })

/** What cannot be read stays out of the index, and `verify` names it. */
const readable = (state: string): FoldedFields | null => {
  try {
    return foldedCaseFields(parseState(state))
  } catch {
    return null
  }
}

const aboveIndex = statement<NoParams>()(() =>
  query
    .selectFrom('case_state')
    .select(['seq', 'state'])
    .where('seq', '>', (eb) =>
      eb.fn.coalesce(
        eb.selectFrom('case_fts_docsize').select((of) => of.fn.max('id').as('last')),
        eb.lit(0),
      ),
    )
    .orderBy('seq'),
)
