import { sql } from 'kysely'
import { type Connection, guarded } from '../connection.ts'
import { type NoParams, statement } from '../statement.ts'

/**
 * RET-3: what was deleted is written over. While `work` deletes, SQLite clears every page that comes free; pages that were free before are
 * filled and given back; the index forgets the words of what is gone; and nothing of it is left in the write-ahead log.
 */
export const deletingForGood = <T>(connection: Connection, work: () => T): T => {
  const { database } = connection
  guarded(() => database.pragma('secure_delete = on'))
  try {
    const result = work()
    connection.run(mergeWhole, {})
    fillFreePages(connection)
    guarded(() => database.pragma('wal_checkpoint(TRUNCATE)'))
    return result
  } finally {
    guarded(() => database.pragma('secure_delete = fast'))
  }
}

/** Takes every free page and lets it go again, cleared. */
const fillFreePages = ({ database }: Connection): void => {
  guarded(() => {
    const free = Number(database.pragma('freelist_count', { simple: true }))
    if (free === 0) return
    database.exec(`
      BEGIN IMMEDIATE;
      CREATE TABLE filling (page BLOB) STRICT;
      WITH RECURSIVE pages (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM pages WHERE n < ${String(free)})
      INSERT INTO filling SELECT zeroblob(4000) FROM pages;
      DROP TABLE filling;
      COMMIT`)
  })
}

const mergeWhole = statement<NoParams>()(() => sql`insert into case_fts (case_fts) values ('optimize')`)
