import type { adminActs } from '../../contract/console.ts'
import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../store/connect.ts'

/** What was decided, on what. */
interface AdminAct {
  readonly center: string
  readonly act: (typeof adminActs)[number]
  /** Account that decided it: of the operating system, or of the console (CSL-4). */
  readonly account: string
  readonly subject: Readonly<Record<string, string | number | object>>
  readonly at: number
}

/** The same where it is known who decided: the command line leaves some of it to the log of its machine. */
export const recordActOf = async (
  tx: Tx,
  account: string | undefined,
  act: Omit<AdminAct, 'account' | 'at'>,
): Promise<void> => {
  if (account !== undefined) await recordAdminAct(tx, { ...act, account, at: Date.now() })
}

/** Kept in the transaction of the decision itself; nothing of an operation is in it. */
export const recordAdminAct = async (tx: Tx, { center, act, account, subject, at }: AdminAct): Promise<void> => {
  await tx
    .insertInto('admin_act')
    .values({ center, id: uuidv7(), at, act, account, subject: JSON.stringify(subject) })
    .execute()
}
