import { sql } from 'kysely'
import type { Database } from '../store/connect.ts'

/** As at a terminal (SYN-91): trying all the last fours of a number takes years. */
export const mostTries = 5
export const triesWithinMs = 24 * 3_600_000

/**
 * OPN-5: counts a try at a receipt number before it is looked at, by all systems and servers together, whether there is such a number or
 * not. Returns the milliseconds to wait; 0 = it may be looked at.
 */
export const countProof = async (db: Database, center: string, subject: Buffer, now: number): Promise<number> => {
  const since = now - triesWithinMs
  await db.deleteFrom('open_try').where('center', '=', center).where('since', '<=', since).execute()
  const { rows } = await sql<{ failures: number; since: number }>`
    insert into open_try as tried (center, subject, since, failures) values (${center}, ${subject}, ${now}, 1)
    on conflict (center, subject) do update set failures = least(tried.failures + 1, ${mostTries + 1})
    returning failures, since`.execute(db)
  const [counted] = rows
  if (counted === undefined || counted.failures <= mostTries) return 0
  return Math.max(1000, counted.since + triesWithinMs - now)
}

/** After the right proof. */
export const clearProofs = async (db: Database, center: string, subject: Buffer): Promise<void> => {
  await db.deleteFrom('open_try').where('center', '=', center).where('subject', '=', subject).execute()
}
