import { StoreError, toStoreError } from './store-error.ts'
import { ownFile } from './store-file.ts'
import { type SqliteOptions, openSqlite } from './sqlite.ts'

/**
 * Keeps the store for this process. An SQLite file of its own, locked exclusively: the operating system lets go of the lock when the
 * process dies, however it dies, so nothing has to be cleaned up after a kill, and it works the same on every platform. The store's own
 * file is not locked, so that worker threads of this process may open it too.
 *
 * Throws `StoreError` `in_use` when another process has it.
 */
export const lockStore = (
  path: string,
  nativeBinding: SqliteOptions['nativeBinding'],
): { readonly release: () => void } => {
  ownFile(path)
  const database = openSqlite(path, { nativeBinding, timeout: 0 })
  try {
    // Nothing is ever written, so no journal file is wanted beside it.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    database.close()
    const known = toStoreError(error)
    throw known instanceof StoreError && known.code === 'in_use'
      ? new StoreError('in_use', 'another process has this store open', error)
      : known
  }
  return {
    release: () => {
      database.close()
    },
  }
}
