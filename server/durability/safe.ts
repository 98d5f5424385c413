import { sql } from 'kysely'
import type { Database, Tx } from '../store/connect.ts'
import type { Chain } from '../store/op-log.ts'

/**
 * SYN-16: highest seq of a chain that a second machine holds, 0 when none is known. What keep.ts has proved is all it tells; while a restored
 * server collects it is 0, so that devices trim nothing. The commits of a chain are in the order of its seqs, so the newest one at or
 * below the safe commit number is the answer.
 */
export const safeSeqOf = async (db: Database | Tx, chain: Chain): Promise<number> => {
  const { rows } = await sql<{ seq: number }>`
    select l.seq from center_safety s
      join op_log l on l.center = s.center and l.cseq <= s.cseq
    where s.center = ${chain.center} and l.center = ${chain.center}
      and l.device = ${chain.device} and l.inc = ${chain.inc}
      and not exists (select from restore_log where collected_at is null)
    order by l.seq desc limit 1`.execute(db)
  return rows[0]?.seq ?? 0
}
