import { v7 as uuidv7 } from 'uuid'
import type { Role } from '../../domain/case/role.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import { transact } from '../store/transact.ts'
import { recordActOf } from './admin-act.ts'
import type { AdminRefusal } from './admin-refusal.ts'
import { appendReference } from './append-reference.ts'
import { makeVerifier } from './password.ts'
import { findCenter } from './set-center.ts'

export interface StaffInput {
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly organ: string | null
  /** Village that an agent looks after; absent = not told. */
  readonly village?: string
}

/** New staff, or new data and password for the one with this login; without a password the one that he has stays. */
export const setStaff = async (
  db: Database,
  center: string,
  input: StaffInput,
  password: string | null,
  by?: string,
): Promise<Result<{ readonly id: string }, AdminRefusal>> => {
  const made = password === null ? null : await makeVerifier(password)
  return transact(db, async (tx) => {
    if ((await findCenter(tx, center)) === undefined) return err({ code: 'center_unknown', subject: center })
    const known = await tx
      .selectFrom('staff')
      .select(['id', 'data'])
      .where('center', '=', center)
      .where('login', '=', input.login)
      .executeTakeFirst()
    const verifier = made ?? known?.data.verifier
    if (verifier === undefined) return err({ code: 'staff_unknown', subject: input.login })
    const id = known?.id ?? uuidv7()
    await appendReference(tx, center, [{ kind: 'staff.set', data: { ...input, id, active: true, verifier } }])
    const { login, name, role } = input
    await recordActOf(tx, by, { center, act: 'staff set', subject: { login, name, role } })
    return ok({ id })
  })
}
