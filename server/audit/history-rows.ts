import { sql } from 'kysely'
import type { Database, Tx } from '../store/connect.ts'

/** A row of the log as an auditor reads it. */
export interface HistoryRow {
  readonly cseq: number
  readonly device: string
  readonly inc: string
  readonly seq: number
  readonly op: string | null
  readonly entity: string | null
  readonly kind: string | null
  readonly kver: number | null
  readonly canon: string
  readonly hash: string
  readonly verdict: string
  readonly head: string
  readonly sig: string | null
}

/** The next rows of a center's log, in commit order. */
export const readHistoryRows = async (
  db: Database | Tx,
  center: string,
  after: number,
): Promise<readonly HistoryRow[]> => {
  const { rows } = await sql<HistoryRow>`
    select cseq, device, inc, seq, op, entity, kind, kver, canon, encode(hash, 'hex') as hash, verdict,
      encode(head, 'hex') as head, sig
    from op_log where center = ${center} and cseq > ${after} order by cseq limit 500`.execute(db)
  return rows
}
