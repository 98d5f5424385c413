import { sql } from 'kysely'
import type { OperationVerdict, PulledOperation, Verdict } from '../../contract/sync.ts'
import { headHash } from '../sync/hashes.ts'
import type { Database, Tx } from './connect.ts'

/** One operation with its verdict, about to become part of the center's history. */
export interface NewLogRow {
  readonly op: string | null
  readonly seq: number
  readonly entity: string | null
  readonly kind: string | null
  readonly kver: number | null
  readonly canon: string
  readonly hash: string
  readonly verdict: Verdict
  readonly reason: string | null
}

export interface Chain {
  readonly center: string
  readonly device: string
  readonly inc: string
}

/**
 * SYN-11: appends to the center's history and moves the chain's ack. The center's counter is taken here, last of all work of the
 * transaction and once for the whole batch: its row lock is what makes commit numbers gapless and readers safe, and is held only
 * until the commit that follows. `rows` is not empty.
 */
export const appendToLog = async (
  tx: Tx,
  chain: Chain,
  rows: readonly NewLogRow[],
): Promise<readonly OperationVerdict[]> => {
  const counter = await sql<{ cseq: number; head: string; now: number }>`
    update center set cseq = cseq + ${rows.length} where center = ${chain.center}
    returning cseq, head, (extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(tx)
  const center = counter.rows[0]
  if (center === undefined) throw new Error(`no center ${chain.center}`)
  let head = center.head
  let cseq = center.cseq - rows.length
  const numbered = rows.map((row) => {
    cseq += 1
    head = headHash(head, cseq, row.hash, row.verdict)
    const { op, seq, entity, kind, kver, canon, hash, verdict, reason } = row
    return { op, seq, entity, kind, kver, canon, hash, verdict, reason, cseq, head }
  })
  const last = numbered.at(-1)
  await sql`
    with logged as (
      insert into op_log
        (center, cseq, op, device, inc, seq, entity, kind, kver, canon, hash, verdict, reason, committed_at, head)
      select ${chain.center}, cseq, op, ${chain.device}::uuid, ${chain.inc}::uuid, seq, entity, kind, kver, canon,
        decode(hash, 'hex'), verdict, reason, ${center.now}::bigint, decode(head, 'hex')
      from json_to_recordset(${JSON.stringify(numbered)}::json) as row(
        cseq bigint, op uuid, seq bigint, entity text, kind text, kver integer, canon text, hash text, verdict text, reason text, head text)
    ), moved as (
      update device_incarnation set ack = ${last?.seq}, last_hash = ${last?.hash}, seen_at = ${center.now}
      where center = ${chain.center} and device = ${chain.device} and inc = ${chain.inc}
    )
    update center set head = ${head} where center = ${chain.center}`.execute(tx)
  return numbered.map((row) => ({
    seq: row.seq,
    verdict: row.verdict,
    reason: row.reason,
    ref: null,
    cseq: row.cseq,
    committedAt: center.now,
  }))
}

export interface CommittedOperation extends OperationVerdict {
  readonly hash: string
}

/** Operations `from` … `to` of a chain that are committed, by seq. */
export const findCommitted = async (
  db: Database | Tx,
  chain: Chain,
  from: number,
  to: number,
): Promise<ReadonlyMap<number, CommittedOperation>> => {
  const rows = await db
    .selectFrom('op_log')
    .select(['seq', 'hash', 'verdict', 'reason', 'cseq', 'committed_at'])
    .where('center', '=', chain.center)
    .where('device', '=', chain.device)
    .where('inc', '=', chain.inc)
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .execute()
  return new Map(
    rows.map((row) => [
      row.seq,
      {
        seq: row.seq,
        hash: row.hash.toString('hex'),
        verdict: row.verdict,
        reason: row.reason,
        ref: null,
        cseq: row.cseq,
        committedAt: row.committed_at,
      },
    ]),
  )
}

/** Which of these operation ids the center's log holds. */
export const findLoggedIds = async (tx: Tx, center: string, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ op: string }>`
    select op from op_log where center = ${center} and op = any(${ids}::uuid[])`.execute(tx)
  return new Set(rows.map((row) => row.op))
}

export interface HistoryPage {
  readonly ops: readonly PulledOperation[]
  readonly head: number
  readonly headHash: string
  readonly afterHash: string
}

/**
 * SYN-13: the center's history after a commit number, in one snapshot: the page, the newest number, and the rolling hash at
 * `after` (all zero where the history does not reach that far). The page ends before it grows past `bytes`, but holds one operation.
 */
export const readHistory = async (
  db: Database,
  center: string,
  after: number,
  limit: { readonly ops: number; readonly bytes: number },
): Promise<HistoryPage | null> => {
  const { rows } = await sql<HistoryRow>`
    with page as (
      select *, sum(octet_length(canon)) over (order by cseq) as size from (
        select cseq, canon, hash, verdict, reason, committed_at, head from op_log
        where center = ${center} and cseq > ${after} order by cseq limit ${limit.ops}
      ) as wanted
    )
    select c.cseq as newest, c.head as newest_head, encode(a.head, 'hex') as after_head,
      p.cseq, p.canon, encode(p.hash, 'hex') as hash, p.verdict, p.reason, p.committed_at, encode(p.head, 'hex') as head
    from center c
      left join op_log a on a.center = c.center and a.cseq = ${after}
      left join page p on p.size <= ${limit.bytes} or p.cseq = ${after} + 1
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
  readonly committed_at: number | null
  readonly head: string | null
}

type Filled = {
  readonly [K in keyof HistoryRow]: K extends 'reason' | 'after_head' ? HistoryRow[K] : NonNullable<HistoryRow[K]>
}

/** The outer join gives one empty row when there is nothing after `after`. */
const isFilled = (row: HistoryRow): row is Filled => row.cseq !== null

const toPulled = (row: Filled): PulledOperation => ({
  cseq: row.cseq,
  canon: row.canon,
  hash: row.hash,
  verdict: row.verdict,
  reason: row.reason,
  ref: null,
  committedAt: row.committed_at,
  hlcEff: '',
  sig: null,
  head: row.head,
})
