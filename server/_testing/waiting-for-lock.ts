import { sql } from 'kysely'
import type { Database } from '../store/connect.ts'

/** How many statements on this database wait for a lock right now. */
export const waitingForLock = async (db: Database): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`.execute(db)
  return rows[0]?.count ?? 0
}
