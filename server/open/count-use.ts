import { sql } from 'kysely'
import type { Database } from '../store/connect.ts'

const minuteMs = 60_000
/** What was asked before says nothing about now. */
const keptMinutes = 60

/**
 * OPN-3: counts a request of a token, by all servers together. Returns the milliseconds until the next may be made; 0 = this one may. A
 * token that is refused goes on being counted and waits no longer for it: the next minute begins anew.
 */
export const countUse = async (
  db: Database,
  { center, token, perMinute }: { readonly center: string; readonly token: string; readonly perMinute: number },
  now: number,
): Promise<number> => {
  const minute = Math.floor(now / minuteMs)
  const { rows } = await sql<{ asked: number }>`
    insert into open_use as used (center, token, minute, asked) values (${center}, ${token}::uuid, ${minute}, 1)
    on conflict (center, token, minute) do update set asked = used.asked + 1
    returning asked`.execute(db)
  const asked = rows[0]?.asked ?? 0
  if (asked === 1)
    await db
      .deleteFrom('open_use')
      .where('center', '=', center)
      .where('token', '=', token)
      .where('minute', '<', minute - keptMinutes)
      .execute()
  return asked > perMinute ? (minute + 1) * minuteMs - now : 0
}
