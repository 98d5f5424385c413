import { sql } from 'kysely'
import type { Database, Tx } from '../store/connect.ts'
import { checkpointText } from '../../contract/sync-texts.ts'
import { findSigner } from './signer.ts'

/** A head of a center, signed by the server: whoever keeps it is a witness (SYN-46). */
export interface Checkpoint {
  readonly cseq: number
  readonly head: string
  readonly at: number
  readonly sig: string
}

/** The newest signed head of a center, for every pull; null = none yet. */
export const newestCheckpoint = async (db: Database | Tx, center: string): Promise<Checkpoint | null> => {
  const row = await db
    .selectFrom('checkpoint')
    .select(['cseq', 'head', 'at', 'sig'])
    .where('center', '=', center)
    .orderBy('cseq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

/** SYN-46: signs the head of a center as it is now; the same again when nothing came since the last one. Null = no such history. */
export const makeCheckpoint = async (db: Database, center: string, now: number): Promise<Checkpoint | null> => {
  const row = await db
    .selectFrom('center')
    .select(['cseq', 'head', 'moving'])
    .where('center', '=', center)
    .executeTakeFirst()
  if (row === undefined || row.cseq === 0) return null
  const signer = await findSigner(db)
  if (signer !== null && !row.moving) {
    const sig = signer.sign(checkpointText(center, row.cseq, row.head, now))
    await db
      .insertInto('checkpoint')
      .values({ center, cseq: row.cseq, head: row.head, at: now, sig })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  return newestCheckpoint(db, center)
}

const hour = 3_600_000

/** Centers with something new since their last checkpoint, an hour or more ago. */
export const findDueCheckpoints = async (db: Database, now: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ center: string }>`
    select c.center from center c
      left join lateral (
        select cseq, at from checkpoint p where p.center = c.center order by cseq desc limit 1
      ) as last on true
    where c.cseq > coalesce(last.cseq, 0) and coalesce(last.at, 0) <= ${now - hour} and not c.moving
    order by c.center`.execute(db)
  return rows.map((row) => row.center)
}
