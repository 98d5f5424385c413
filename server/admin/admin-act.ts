import { v7 as uuidv7 } from 'uuid'
import type { Tx } from '../store/connect.ts'

/** What was decided, on what. */
interface AdminAct {
  readonly center: string
  readonly act: 'intake apply' | 'intake discard' | 'incarnation confirm' | 'device scope'
  /** Account of the operating system that decided it. */
  readonly account: string
  readonly subject: Readonly<Record<string, string | number | object>>
  readonly at: number
}

/** Kept in the transaction of the decision itself; nothing of an operation is in it. */
export const recordAdminAct = async (tx: Tx, { center, act, account, subject, at }: AdminAct): Promise<void> => {
  await tx
    .insertInto('admin_act')
    .values({ center, id: uuidv7(), at, act, account, subject: JSON.stringify(subject) })
    .execute()
}
