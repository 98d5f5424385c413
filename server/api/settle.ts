import type { Result } from '../../domain/result.ts'
import { noteFailure } from '../store/incarnations.ts'
import type { SyncRefusal } from '../sync/sync-refusal.ts'
import type { Session } from '../sync/token.ts'
import { refusalToError } from './api-error.ts'
import type { ApiContext } from './context.ts'

/** The answer of a request with a session; SYN-44: a refusal is kept with the incarnation, for whoever looks after the devices. */
export const settle = async <T>(
  { db }: Pick<ApiContext, 'db'>,
  session: Session,
  result: Result<T, SyncRefusal>,
): Promise<T> => {
  if (result.ok) return result.value
  await noteFailure(db, session, result.error.code)
  throw refusalToError(result.error)
}

/** The same where the server itself failed; it says nothing more when the database is what failed. */
export const noteServerFailure = async ({ db, session }: Pick<ApiContext, 'db' | 'session'>): Promise<void> => {
  if (session === null) return
  try {
    await noteFailure(db, session, 'server_failed')
  } catch {
    // The failure itself is in the log already.
  }
}
