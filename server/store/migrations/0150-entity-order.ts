import { type Kysely, sql } from 'kysely'

/**
 * Entities are names, not words: compared byte by byte, in the order in which a snapshot gives them part after part, so that the index on them
 * serves it. Their table is not written anew, only its index.
 */
export const up = async (db: Kysely<unknown>): Promise<void> => {
  await sql`alter table op_log alter column entity type text collate "C"`.execute(db)
  // How many operations of a device have a time that cannot be true is told with its health: few rows, of a log that grows for years.
  await sql`create index op_log_disputed on op_log (center, device) where time_claim = 'disputed'`.execute(db)
  await sql`analyze op_log`.execute(db)
}
