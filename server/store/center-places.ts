import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** First of the keys of these advisory locks; the second is the center. */
const firstPlace = 72_110_100

/**
 * SYN-43: one of the places of a center, over all servers on this database, until the transaction ends; false when all are taken. No center
 * can so keep every connection and every server busy.
 */
export const takeCenterPlace = async (tx: Tx, center: string, places: number): Promise<boolean> => {
  const tries = Array.from(
    { length: places },
    (_, n) =>
      sql`case when pg_try_advisory_xact_lock(${firstPlace + n}::integer, ${Number(center)}::integer) then true end`,
  )
  // `coalesce` stops at the first that it gets.
  const { rows } = await sql<{ taken: boolean }>`select coalesce(${sql.join(tries)}, false) as taken`.execute(tx)
  return rows[0]?.taken === true
}

/** How many pushes of one center are worked on at once, over all servers: its counter lets one commit at a time anyway. */
export const placesPerCenter = 8
