import { delayAfter } from '../../domain/staff/try-delay.ts'
import type { Database } from '../store/connect.ts'

interface Account {
  readonly center: string
  readonly login: string
}

/** Tries that are a day old say nothing any more. */
const forgottenAfterMs = 86_400_000

/**
 * CSL-1: counts a try before its password is looked at. Returns the milliseconds that have to pass first, in which case nothing is counted,
 * or 0 and what is to be waited for if it turns out wrong.
 */
export const countTry = (
  db: Database,
  { center, login }: Account,
  now: number,
): Promise<{ readonly waitMs: number; readonly thenMs: number }> =>
  db.transaction().execute(async (tx) => {
    await tx
      .deleteFrom('console_try')
      .where('center', '=', center)
      .where('last_at', '<', now - forgottenAfterMs)
      .execute()
    // The row is there from the first try on, and its lock lets one try in after the other.
    await tx
      .insertInto('console_try')
      .values({ center, login, failures: 0, last_at: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    const known = await tx
      .selectFrom('console_try')
      .select(['failures', 'last_at'])
      .where('center', '=', center)
      .where('login', '=', login)
      .forUpdate()
      .executeTakeFirstOrThrow()
    // A clock that was set back makes the wait start again.
    const elapsed = Math.max(0, now - known.last_at)
    const waitMs = Math.max(0, delayAfter(known.failures) - elapsed)
    if (waitMs > 0) return { waitMs, thenMs: waitMs }
    const failures = known.failures + 1
    await tx
      .updateTable('console_try')
      .set({ failures, last_at: now })
      .where('center', '=', center)
      .where('login', '=', login)
      .execute()
    return { waitMs: 0, thenMs: delayAfter(failures) }
  })

/** After the right password. */
export const clearTries = async (db: Database, { center, login }: Account): Promise<void> => {
  await db.deleteFrom('console_try').where('center', '=', center).where('login', '=', login).execute()
}
