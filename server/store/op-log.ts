import { sql } from 'kysely'
import type { OperationVerdict, Verdict } from '../../contract/sync.ts'
import type { TimeClaim } from '../../domain/time-claim/time-claim.ts'
import { effectiveClock } from '../sync/effective-clock.ts'
import { headHash } from '../sync/hashes.ts'
import type { Database, Tx } from './connect.ts'
import { linesOf } from './lines.ts'

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
  /** Id of the operation that it lost against or hangs on. */
  readonly ref: string | null
  /** Its clock value; null where the text has none. */
  readonly hlc: string | null
  /** Signature of the push that it was the last of. */
  readonly sig: string | null
  /** What can be said of its time; absent where it was not judged. */
  readonly timeClaim?: TimeClaim | null
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
  receivedAt: number,
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
    const { op, seq, entity, kind, kver, canon, hash, verdict, reason, ref, sig, timeClaim = null } = row
    const hlcEff = effectiveClock(row.hlc, receivedAt)
    return { op, seq, entity, kind, kver, canon, hash, verdict, reason, ref, sig, cseq, head, hlcEff, timeClaim }
  })
  const last = numbered.at(-1)
  const all = <K extends keyof (typeof numbered)[number]>(name: K) => numbered.map((row) => row[name])
  await sql`
    with logged as (
      insert into op_log
        (center, cseq, op, device, inc, seq, entity, kind, kver, canon, hash, verdict, reason, committed_at, head,
          received_at, hlc_eff, ref, sig, time_claim)
      select ${chain.center}, cseq, op, ${chain.device}::uuid, ${chain.inc}::uuid, seq, entity, kind, kver, canon,
        decode(hash, 'hex'), verdict, reason, ${center.now}::bigint, decode(head, 'hex'),
        ${receivedAt}::bigint, "hlcEff", ref, sig, "timeClaim"
      from unnest(
        ${all('cseq')}::bigint[], ${all('op')}::uuid[], ${all('seq')}::bigint[], ${all('entity')}::text[], ${all('kind')}::text[],
        ${all('kver')}::integer[], ${linesOf(all('canon'))}, ${all('hash')}::text[], ${all('verdict')}::text[], ${all('reason')}::text[],
        ${all('head')}::text[], ${all('hlcEff')}::text[], ${all('ref')}::uuid[], ${all('sig')}::text[], ${all('timeClaim')}::text[]
      ) as row(cseq, op, seq, entity, kind, kver, canon, hash, verdict, reason, head, "hlcEff", ref, sig, "timeClaim")
    ), moved as (
      update device_incarnation set ack = ${last?.seq}, last_hash = ${last?.hash}, seen_at = ${center.now},
        tip_seq = greatest(tip_seq, ${last?.seq}), failures = 0, last_code = null
      where center = ${chain.center} and device = ${chain.device} and inc = ${chain.inc}
    )
    update center set head = ${head} where center = ${chain.center}`.execute(tx)
  return numbered.map((row) => ({
    seq: row.seq,
    verdict: row.verdict,
    reason: row.reason,
    ref: row.ref,
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
    .select(['seq', 'hash', 'verdict', 'reason', 'ref', 'cseq', 'committed_at'])
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
        ref: row.ref,
        cseq: row.cseq,
        committedAt: row.committed_at,
      },
    ]),
  )
}

/**
 * Which of these operation ids the center's log holds. Id by id: while nobody has counted the rows of a new center, all of its log looks
 * smaller than some hundred looks into an index, and is read for every batch.
 */
export const findLoggedIds = async (
  db: Database | Tx,
  center: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ op: string }>`
    select found.op from unnest(${ids}::uuid[]) as asked(op) cross join lateral (
      select op from op_log l where l.center = ${center} and l.op = asked.op offset 0
    ) as found`.execute(db)
  return new Set(rows.map((row) => row.op))
}

/** Chain hash at a committed seq; null where there is none. */
export const findHash = async (db: Database | Tx, chain: Chain, seq: number): Promise<string | null> =>
  (await findCommitted(db, chain, seq, seq)).get(seq)?.hash ?? null

/** An operation that the device has already had judged, as far as it bears on what it did next. */
export interface OwnOperation {
  readonly op: string
  readonly entity: string
  readonly base: number
  readonly verdict: Verdict
  readonly ref: string | null
}

/**
 * What the device itself did to these entities after a commit number, in commit order, from the first on that did not take effect: before
 * that nothing can hang on anything. Entity by entity, for a plan by commit numbers would read all that anybody did since.
 */
export const findOwnAfter = async (
  tx: Tx,
  chain: Chain,
  entities: readonly string[],
  after: number,
): Promise<readonly OwnOperation[]> => {
  const { rows } = await sql<OwnOperation>`
    select own.op, own.entity, (own.canon::json ->> 'base')::integer as base, own.verdict, own.ref
    from unnest(${entities}::text[]) as asked(entity) cross join lateral (
      select min(cseq) as first from op_log r
      where r.center = ${chain.center} and r.entity = asked.entity and r.cseq > ${after}
        and r.device = ${chain.device} and r.op is not null and r.verdict not in ('applied', 'merged')
    ) as refused cross join lateral (
      select op, entity, canon, verdict, ref, cseq from op_log l
      where l.center = ${chain.center} and l.entity = asked.entity and l.cseq >= refused.first
        and l.device = ${chain.device} and l.op is not null
      offset 0
    ) as own order by own.cseq`.execute(tx)
  return rows
}

/** Ids of the operations that took effect on these entities, by entity and in commit order. */
export const findEffective = async (
  tx: Tx,
  center: string,
  entities: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> => {
  if (entities.length === 0) return new Map()
  const { rows } = await sql<{ entity: string; ops: readonly string[] }>`
    select entity, array_agg(op::text order by cseq) as ops from op_log
    where center = ${center} and entity = any(${entities}::text[]) and verdict in ('applied', 'merged') group by entity`.execute(
    tx,
  )
  return new Map(rows.map(({ entity, ops }) => [entity, ops]))
}
