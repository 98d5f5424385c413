import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Which of these ids are staff of the center, active or not. */
export const findStaffIds = async (tx: Tx, center: string, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ id: string }>`
    select id from staff where center = ${center} and id = any(${ids}::text[])`.execute(tx)
  return new Set(rows.map((row) => row.id))
}
