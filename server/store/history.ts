import { sql } from 'kysely'
import type { PulledOperation, Verdict } from '../../contract/sync.ts'
import type { Database, Tx } from './connect.ts'

export interface HistoryPage {
  readonly ops: readonly PulledOperation[]
  readonly head: number
  readonly headHash: string
  readonly afterHash: string
}

/**
 * SYN-13: the center's history after a commit number, in one snapshot: the page, the newest number, and the rolling hash at
 * `after` (all zero where the history does not reach that far). The page ends before it grows past `bytes`, but holds one operation.
 *
 * Commit numbers have no gaps (SYN-11), so the page is bounded at both ends: with an end that only a limit sets, a planner that knows
 * nothing of the table yet sorts all that is left of the history for every page.
 */
export const readHistory = async (
  db: Database | Tx,
  center: string,
  after: number,
  limit: { readonly ops: number; readonly bytes: number },
): Promise<HistoryPage | null> => {
  const { rows } = await sql<HistoryRow>`
    with page as (
      select *, sum(octet_length(canon)) over (order by cseq) as size from (
        select cseq, canon, hash, verdict, reason, ref, committed_at, hlc_eff, sig, head from op_log
        where center = ${center} and cseq > ${after} and cseq <= ${after + limit.ops}
      ) as wanted
    )
    select c.cseq as newest, c.head as newest_head, encode(a.head, 'hex') as after_head,
      p.cseq, p.canon, encode(p.hash, 'hex') as hash, p.verdict, p.reason, p.ref, p.committed_at,
      p.hlc_eff, p.sig, encode(p.head, 'hex') as head
    from center c
      left join op_log a on a.center = c.center and a.cseq = ${after}
      left join page p on p.size <= ${limit.bytes} or p.cseq = ${after + 1}
    where c.center = ${center}
    order by p.cseq`.execute(db)
  const first = rows[0]
  if (first === undefined) return null
  return {
    ops: rows.flatMap((row) => (isFilled(row) ? [toPulled(row)] : [])),
    head: first.newest,
    headHash: first.newest_head,
    afterHash: first.after_head ?? '0'.repeat(64),
  }
}

interface HistoryRow {
  readonly newest: number
  readonly newest_head: string
  readonly after_head: string | null
  readonly cseq: number | null
  readonly canon: string | null
  readonly hash: string | null
  readonly verdict: Verdict | null
  readonly reason: string | null
  readonly ref: string | null
  readonly hlc_eff: string | null
  readonly sig: string | null
  readonly committed_at: number | null
  readonly head: string | null
}

type Filled = {
  readonly [K in keyof HistoryRow]: K extends 'reason' | 'ref' | 'sig' | 'after_head'
    ? HistoryRow[K]
    : NonNullable<HistoryRow[K]>
}

/** The outer join gives one empty row when there is nothing after `after`. */
const isFilled = (row: HistoryRow): row is Filled => row.cseq !== null

const toPulled = (row: Filled): PulledOperation => ({
  cseq: row.cseq,
  canon: row.canon,
  hash: row.hash,
  verdict: row.verdict,
  reason: row.reason,
  ref: row.ref,
  committedAt: row.committed_at,
  hlcEff: row.hlc_eff,
  sig: row.sig,
  head: row.head,
})

/** An operation as the log has it, with the device and the entity that it is of. */
export type LoggedText = PulledOperation & { readonly device: string; readonly entity: string | null }

/** Operations by their commit numbers, ascending, each with the device and the entity that it is of. */
export const readOperations = async (
  tx: Tx,
  center: string,
  cseqs: readonly number[],
): Promise<readonly LoggedText[]> => {
  if (cseqs.length === 0) return []
  // Row by row: where nothing was counted yet, PostgreSQL 15 reads the whole log of the center for a list of numbers.
  const { rows } = await sql<LoggedText>`
    select o.* from unnest(${cseqs}::bigint[]) wanted (n), lateral (
      select cseq, canon, encode(hash, 'hex') as hash, verdict, reason, ref, committed_at as "committedAt", hlc_eff as "hlcEff", sig,
        encode(head, 'hex') as head, device, entity
      from op_log where center = ${center} and cseq = wanted.n limit 1
    ) o order by o.cseq`.execute(tx)
  return rows
}

/** SYN-38: the newest commit number of a center, and its rolling hash at those of `cseqs` that exist, ascending. */
export const readHeads = async (
  db: Database | Tx,
  center: string,
  cseqs: readonly number[],
): Promise<{
  readonly newest: number
  readonly heads: readonly { readonly cseq: number; readonly head: string }[]
}> => {
  const { rows } = await sql<{ newest: number; cseq: number | null; head: string | null }>`
    select c.cseq as newest, o.cseq, encode(o.head, 'hex') as head
    from center c left join op_log o on o.center = c.center and o.cseq = any(${cseqs}::bigint[])
    where c.center = ${center} order by o.cseq`.execute(db)
  return {
    newest: rows[0]?.newest ?? 0,
    heads: rows.flatMap(({ cseq, head }) => (cseq === null || head === null ? [] : [{ cseq, head }])),
  }
}
