import { sql } from 'kysely'
import type { Database, Tx } from '../store/connect.ts'

/** SYN-48: the database was restored, and devices still bring what its backup lacked (`restored` … `collected`). */
export const isCollecting = async (db: Database | Tx): Promise<boolean> => {
  const { rows } = await sql<{ collecting: boolean }>`
    select exists (select from restore_log where collected_at is null) as collecting`.execute(db)
  return rows[0]?.collecting === true
}
