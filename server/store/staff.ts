import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Which of these ids are staff of the center, and whether their accounts are open. */
export const findStaff = async (
  tx: Tx,
  center: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, boolean>> => {
  const { rows } = await sql<{ id: string; active: boolean }>`
    select id, (data ->> 'active')::boolean as active from staff
    where center = ${center} and id = any(${ids}::text[])`.execute(tx)
  return new Map(rows.map(({ id, active }) => [id, active]))
}
