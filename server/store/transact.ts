import type { Database, Tx } from './connect.ts'
import { errorCodeOf } from './error-code.ts'

/** unique_violation, serialization_failure, deadlock_detected: another transaction was first, and trying again sees its work. */
const worthRetrying: ReadonlySet<string> = new Set(['23505', '40001', '40P01'])

/** Runs `work` in one transaction, again when it lost a race. `work` does nothing outside the transaction. */
export const transact = async <T>(db: Database, work: (tx: Tx) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (attempt === 4 || !worthRetrying.has(errorCodeOf(error) ?? '')) throw error
    }
  }
}
