import type { Staff } from '../../contract/reference.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import { recordActOf } from './admin-act.ts'
import type { AdminRefusal } from './admin-refusal.ts'
import { appendReference } from './append-reference.ts'
import { findCenter } from './set-center.ts'

/**
 * Closes the account of somebody who has left, or opens it again. The person stays known, with everything they did; what a desk still
 * has waiting in their name is kept and waits for a supervisor (SYN-76).
 */
export const closeAccount = (
  db: Database,
  center: string,
  login: string,
  active: boolean,
  by?: string,
): Promise<Result<Staff, AdminRefusal>> =>
  transact(db, async (tx) => {
    if ((await findCenter(tx, center)) === undefined) return err({ code: 'center_unknown', subject: center })
    const known = await tx
      .selectFrom('staff')
      .select('data')
      .where('center', '=', center)
      .where('login', '=', login)
      .executeTakeFirst()
    if (known === undefined) return err({ code: 'staff_unknown', subject: login })
    if (known.data.active === active) return err({ code: 'account_unchanged', subject: login })
    const data = { ...known.data, active }
    await appendReference(tx, center, [{ kind: 'staff.set', data }])
    await recordActOf(tx, by, { center, act: active ? 'account open' : 'account close', subject: { login } })
    return ok(data)
  })
