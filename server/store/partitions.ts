import { sql } from 'kysely'
import type { Tx } from './connect.ts'

/** Partitions of one center; a center can so be archived or moved whole. `center` is six digits, checked by the caller's schema. */
export const createPartitions = async (tx: Tx, center: string): Promise<void> => {
  for (const parent of ['op_log', 'case_state', 'record_state']) {
    const name = sql.table(`${parent}_${center}`)
    await sql`create table ${name} partition of ${sql.table(parent)} for values in (${sql.lit(center)})`.execute(tx)
    // Compressing a state takes longer than all else of saving it (migration 0120).
    if (parent !== 'op_log') await sql`alter table ${name} set (toast_tuple_target = 8160)`.execute(tx)
  }
}
