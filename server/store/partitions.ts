import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Partitions of one center; a center can so be archived or moved whole. `center` is six digits, checked by the caller's schema. */
export const createPartitions = async (tx: Tx, center: string): Promise<void> => {
  for (const parent of ['op_log', 'case_state', 'record_state']) {
    const name = sql.table(`${parent}_${center}`)
    await sql`create table ${name} partition of ${sql.table(parent)} for values in (${sql.lit(center)})`.execute(tx)
  }
}
