import { type Result, err, ok } from '../../domain/result.ts'
import type { Scope } from '../../domain/scope/scope.ts'
import type { Database, Tx } from '../store/connect.ts'
import { admitReader } from '../sync/pull.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import type { Session } from '../sync/token.ts'

interface Reading<T> {
  readonly kinds: readonly Scope['kind'][]
  /** What is to be done first, once it is known that the device may read. */
  readonly before?: () => Promise<void>
  readonly read: (tx: Tx) => Promise<T>
}

/** Reads in one unmoving view of the center, for devices of these scopes and no others; the epoch comes with what was read. */
export const readForScope = async <T extends object>(
  db: Database,
  session: Session,
  center: string,
  { kinds, before, read }: Reading<T>,
): Promise<Result<T & { readonly epoch: string }, SyncRefusal>> => {
  const reader = await admitReader(db, session, center)
  if (!reader.ok) return reader
  const { epoch, scope } = reader.value
  if (!kinds.includes(scope.kind)) return err({ code: 'scope_forbidden' })
  await before?.()
  const told = await db.transaction().setIsolationLevel('repeatable read').execute(read)
  return ok({ ...told, epoch })
}

/** For a terminal and for nothing else. */
export const readForTerminal = <T extends object>(
  db: Database,
  session: Session,
  center: string,
  read: (tx: Tx) => Promise<T>,
): Promise<Result<T & { readonly epoch: string }, SyncRefusal>> =>
  readForScope(db, session, center, { kinds: ['kiosk'], read })
