import { sql } from 'kysely'
import type { Database, Tx } from './connect.ts'
import type { Chain } from './op-log.ts'

/** An operation of a revoked device as it came: part of its chain, judged by nobody yet. */
export interface IntakeRow {
  readonly seq: number
  readonly canon: string
  readonly hash: string
  /** Signature of the push that it was the last of. */
  readonly sig: string | null
}

/** The end of a chain in the intake; null where it holds nothing of it. */
export const intakeEnd = async (
  db: Database | Tx,
  chain: Chain,
): Promise<{ readonly seq: number; readonly hash: string } | null> => {
  const row = await ofChain(db, chain).select(['seq', 'hash']).orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return row ?? null
}

/** Operations `from` … `to` of a chain that the intake holds, decided or not. */
export const findIntake = async (
  db: Database | Tx,
  chain: Chain,
  from: number,
  to: number,
): Promise<readonly IntakeRow[]> =>
  ofChain(db, chain)
    .select(['seq', 'canon', 'hash', 'sig'])
    .where('seq', '>=', from)
    .where('seq', '<=', to)
    .orderBy('seq')
    .execute()

export const addToIntake = async (
  tx: Tx,
  chain: Chain,
  rows: readonly IntakeRow[],
  receivedAt: number,
): Promise<void> => {
  if (rows.length === 0) return
  await sql`
    insert into intake (center, device, inc, seq, canon, hash, sig, received_at)
    select ${chain.center}, ${chain.device}::uuid, ${chain.inc}::uuid, seq, canon, hash, sig, ${receivedAt}::bigint
    from json_to_recordset(${JSON.stringify(rows)}::json) as row(seq bigint, canon text, hash text, sig text)`.execute(
    tx,
  )
}

export interface PendingRow extends IntakeRow {
  readonly receivedAt: number
}

/** The next operations of a chain that wait for a decision, in order. */
export const findPending = async (tx: Tx, chain: Chain, limit: number): Promise<readonly PendingRow[]> =>
  ofChain(tx, chain)
    .select(['seq', 'canon', 'hash', 'sig', 'received_at as receivedAt'])
    .where('decision', 'is', null)
    .orderBy('seq')
    .limit(limit)
    .execute()

/** Says what becomes of what waits of a chain, up to a seq; answers of how many. */
export const decideIntake = async (
  tx: Tx,
  chain: Chain,
  decision: 'applied' | 'discarded',
  upTo: { readonly to: number; readonly now: number },
): Promise<number> => {
  const done = await tx
    .updateTable('intake')
    .set({ decision, decided_at: upTo.now })
    .where('center', '=', chain.center)
    .where('device', '=', chain.device)
    .where('inc', '=', chain.inc)
    .where('seq', '<=', upTo.to)
    .where('decision', 'is', null)
    .executeTakeFirst()
  return Number(done.numUpdatedRows)
}

/** What waits for a decision of one chain. */
export interface PendingIntake {
  readonly deviceNo: string
  readonly inc: string
  readonly from: number
  readonly to: number
  readonly operations: number
  readonly receivedAt: number
}

export const listPending = async (db: Database, center: string): Promise<readonly PendingIntake[]> => {
  const { rows } = await sql<PendingIntake>`
    select d.device_no as "deviceNo", i.inc, min(i.seq) as "from", max(i.seq) as "to", count(*) as operations,
      max(i.received_at) as "receivedAt"
    from intake i join device d on d.center = i.center and d.id = i.device
    where i.center = ${center} and i.decision is null
    group by d.device_no, i.inc order by d.device_no, min(i.received_at)`.execute(db)
  return rows
}

const ofChain = (db: Database | Tx, chain: Chain) =>
  db
    .selectFrom('intake')
    .where('center', '=', chain.center)
    .where('device', '=', chain.device)
    .where('inc', '=', chain.inc)
