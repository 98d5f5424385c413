import { type Result, err, ok } from '../../domain/result.ts'
import type { Database, Tx } from '../store/connect.ts'
import { admitReader } from '../sync/pull.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import type { Session } from '../sync/token.ts'

/** Reads in one unmoving view of the center, for a terminal and for nothing else; the epoch comes with what was read. */
export const readForTerminal = async <T extends object>(
  db: Database,
  session: Session,
  center: string,
  read: (tx: Tx) => Promise<T>,
): Promise<Result<T & { readonly epoch: string }, SyncRefusal>> => {
  const reader = await admitReader(db, session, center)
  if (!reader.ok) return reader
  const { epoch, scope } = reader.value
  if (scope.kind !== 'kiosk') return err({ code: 'scope_forbidden' })
  const told = await db.transaction().setIsolationLevel('repeatable read').execute(read)
  return ok({ ...told, epoch })
}
