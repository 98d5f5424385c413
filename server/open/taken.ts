import { sql } from 'kysely'
import type { CaseState } from '../../domain/case/case-state.ts'
import { statesWithFamily } from '../kiosk/public-progress.ts'
import type { Tx } from '../store/connect.ts'

/** How long what nobody took in is kept: whoever did not come within half a year applies anew. */
export const keptForMs = 180 * 86_400_000

/** The case that stands under the number, first, with those that it was made one with; none = no window has taken it in. */
export const findTaken = async (tx: Tx, center: string, key: Buffer): Promise<ReadonlyMap<string, CaseState>> => {
  const row = await tx
    .selectFrom('natural_key')
    .select('id')
    .where('center', '=', center)
    .where('hash', '=', key)
    .orderBy('added_at')
    .orderBy('id')
    .executeTakeFirst()
  if (row === undefined) return new Map()
  const states = await statesWithFamily(tx, center, sql`select ${row.id}::uuid`)
  const own = states.get(row.id)
  return own === undefined ? states : new Map([[row.id, own], ...states])
}

/** Locked until the transaction ends: windows are told of changes in this order (OPN-14). */
export const nextChange = async (tx: Tx, center: string): Promise<number> => {
  const { rows } = await sql<{ changes: number }>`
    insert into application_feed as feed (center, changes) values (${center}, 1)
    on conflict (center) do update set changes = feed.changes + 1 returning changes`.execute(tx)
  return rows[0]?.changes ?? 0
}

/** OPN-12: names and numbers of applications that a case holds by now, or that nobody came for, are dropped; their hashes stay. */
export const forgetTaken = async (tx: Tx, center: string, now: number): Promise<void> => {
  const over = sql`p.center = ${center} and p.body is not null
    and (p.received_at < ${now - keptForMs} or exists (
      select from natural_key n where n.center = p.center and n.hash = p.key))`
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from pre_application p where ${over}) as found`.execute(tx)
  if (rows[0]?.found !== true) return
  const change = await nextChange(tx, center)
  await sql`update pre_application p set body = null, change = ${change} where ${over}`.execute(tx)
}
