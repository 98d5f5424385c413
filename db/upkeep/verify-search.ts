import { sql } from 'kysely'
import { tokensForIndex } from '../../domain/text/search-tokens.ts'
import { parseState } from '../cases/load-state.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { isUnindexed } from '../search/unindexed.ts'
import { foldedCaseFields } from '../search/case-fields.ts'
import { type NoParams, statement } from '../statement.ts'
import { StoreError } from '../store-error.ts'
import { bytesToUuid } from '../uuid.ts'
import type { ProblemList } from './problems.ts'

/**
 * The index in itself, and one entry for each case with as many tokens as the case has today. (The index keeps no text that could be
 * compared word by word, but it keeps the length of every entry.)
 */
export const verifySearch = (connection: Connection, problems: ProblemList): void => {
  try {
    connection.run(integrityCheck, {})
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== 'damaged') throw error
    problems.add('search_broken', 'case_fts', error.message)
    return
  }
  let indexed = 0
  for (let seq = 0; ;) {
    const rows = connection.all(entriesAfter, { seq, limit: 500 })
    for (const row of rows) {
      if (row.size === null && isUnindexed(connection, row.seq)) continue
      if (row.size !== null) indexed++
      const wrong = row.size === null ? 'not in the index' : entryProblem(row.state, row.size)
      if (wrong !== null) problems.add('search_broken', bytesToUuid(row.id), wrong)
    }
    const last = rows.at(-1)
    if (last === undefined) break
    seq = last.seq
  }
  const entries = connection.first(countEntries, {})?.count ?? 0
  if (entries !== indexed) problems.add('search_broken', 'case_fts', `${entries - indexed} entries without a case`)
}

const entryProblem = (state: string, size: Uint8Array): string | null => {
  try {
    const tokens = tokensForIndex(foldedCaseFields(parseState(state))).length
    return readVarint(size) === tokens ? null : 'other words in the index'
  } catch {
    return 'its state cannot be read'
  }
}

/** SQLite's variable-length integer: seven bits a byte, the high bit on all but the last. */
const readVarint = (bytes: Uint8Array): number => {
  let value = 0
  for (const byte of bytes) {
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) break
  }
  return value
}

interface Entry {
  readonly seq: number
  readonly id: Uint8Array
  readonly state: string
  readonly size: Uint8Array | null
}

const integrityCheck = statement<NoParams>()(() => sql`insert into case_fts (case_fts) values ('integrity-check')`)

const entriesAfter = statement<{ seq: number; limit: number }>()((param) =>
  query
    .selectFrom('cases')
    .innerJoin('case_state', 'case_state.seq', 'cases.seq')
    .leftJoin(sql<{ id: number; sz: Uint8Array }>`case_fts_docsize`.as('entry'), (join) =>
      join.on(sql<boolean>`entry.id = cases.seq`),
    )
    .select(['cases.seq', 'cases.id', 'case_state.state', sql<Entry['size']>`entry.sz`.as('size')])
    .where('cases.seq', '>', param('seq'))
    .orderBy('cases.seq')
    .limit(param('limit')),
)

const countEntries = statement<NoParams>()(() => sql<{ count: number }>`select count(*) as count from case_fts_docsize`)
