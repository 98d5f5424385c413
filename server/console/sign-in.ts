import { type Result, err, ok } from '../../domain/result.ts'
import { verifyNobody, verifyPassword } from '../../password/verify-password.ts'
import type { Database } from '../store/connect.ts'
import { type SignedInAdministrator, beginSession, findAdministrator, isAdministrator } from './console-session.ts'
import { clearTries, countTry } from './try-guard.ts'

export type SignInRefusal = { readonly code: 'wrong' } | { readonly code: 'wait'; readonly waitMs: number }

/** CSL-1: one answer for whatever is wrong, after the same work. `db` is that of the center, or the home database. */
export const signIn = async (
  db: Database,
  given: { readonly center: string; readonly login: string; readonly password: string },
  now: number,
): Promise<Result<SignedInAdministrator, SignInRefusal>> => {
  const login = given.login.trim().toLowerCase()
  const account = { center: given.center, login }
  const { waitMs, thenMs } = await countTry(db, account, now)
  if (waitMs > 0) return err({ code: 'wait', waitMs })
  const row = await db
    .selectFrom('staff')
    .select('data')
    .where('center', '=', given.center)
    .where('login', '=', login)
    .executeTakeFirst()
  const staff = row?.data ?? null
  const isRight =
    staff === null
      ? await verifyNobody(null, given.password)
      : (await verifyPassword(staff.verifier, given.password)) && isAdministrator(staff)
  const found =
    isRight && staff !== null ? await findAdministrator(db, await beginSession(db, given.center, staff, now)) : null
  if (found === null) return err(thenMs > 0 ? { code: 'wait', waitMs: thenMs } : { code: 'wrong' })
  await clearTries(db, account)
  return ok(found)
}
