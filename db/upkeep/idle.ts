import { sql } from 'kysely'
import { type Connection, guarded } from '../connection.ts'
import { type NoParams, statement } from '../statement.ts'

/**
 * Between two customers. The checkpoint moves committed pages from the write-ahead log into the file, so that no intake has to wait
 * for it; merging keeps the search index in few pieces, so that no search has to look into many.
 */
export const idle = (connection: Connection): void => {
  for (const merge of merges) connection.run(merge, {})
  guarded(() => connection.database.pragma('wal_checkpoint(PASSIVE)'))
}

/**
 * At closing time: the search index in one piece, and fresh counts for the planner. Half a second for 100,000 cases. The samples of single
 * values (STAT4) are thrown away again: with them SQLite plans a statement anew for every value that is bound to it.
 */
export const optimize = (connection: Connection): void => {
  for (const merge of mergesWhole) connection.run(merge, {})
  guarded(() => {
    connection.database.exec('ANALYZE; DELETE FROM sqlite_stat4; ANALYZE sqlite_schema')
    connection.database.pragma('wal_checkpoint(TRUNCATE)')
  })
}

/** Pages of the index to write in one go: about two milliseconds. */
const mergePages = 100

const indexes = ['case_fts', 'record_fts'] as const

const merges = indexes.map((index) =>
  statement<NoParams>()(
    () => sql`insert into ${sql.table(index)} (${sql.ref(index)}, rank) values ('merge', ${sql.lit(mergePages)})`,
  ),
)
const mergesWhole = indexes.map((index) =>
  statement<NoParams>()(() => sql`insert into ${sql.table(index)} (${sql.ref(index)}) values ('optimize')`),
)
