import { sql } from 'kysely'
import type { Database, Tx } from '../store/connect.ts'
import type { Chain } from '../store/op-log.ts'

/**
 * SYN-16: highest seq of a chain that a second machine holds, 0 when none is known. What keep.ts has proved is all it tells; while a restored
 * server collects it is 0, so that devices trim nothing. The commits of a chain are in the order of its seqs, so the newest one at or
 * below the safe commit number is the answer: found by halving the chain, for nothing in the database knows it by both.
 */
export const safeSeqOf = async (db: Database | Tx, chain: Chain): Promise<number> => {
  const { rows } = await sql<{ seq: number }>`
    with recursive safe as (
      select cseq from center_safety
      where center = ${chain.center} and not exists (select from restore_log where collected_at is null)
    ), halves (low, high) as (
      select 0::bigint, (
        select coalesce(max(seq), 0) from op_log
        where center = ${chain.center} and device = ${chain.device} and inc = ${chain.inc}
      ) from safe
      union all
      select case when is_safe then middle else low end, case when is_safe then high else middle - 1 end
      from halves, lateral (select (low + high + 1) / 2 as middle) as at, lateral (
        select coalesce((
          select l.cseq <= (select cseq from safe) from op_log l
          where l.center = ${chain.center} and l.device = ${chain.device} and l.inc = ${chain.inc} and l.seq = middle
        ), false) as is_safe
      ) as found
      where low < high
    )
    select low as seq from halves where low = high`.execute(db)
  return rows[0]?.seq ?? 0
}
