import type { StoreFailureCode } from '../contract/host-process.ts'

/** The machine failed under the store: disk full, page damaged, file gone. Not for refusals a person can mend in a form. */
export class StoreError extends Error {
  readonly code: StoreFailureCode

  constructor(code: StoreFailureCode, detail: string, cause?: unknown) {
    super(detail, { cause })
    this.name = 'StoreError'
    this.code = code
  }
}

/** `StoreError` for what SQLite or the file system threw; anything else is a bug of ours and comes back as it is. */
export const toStoreError = (error: unknown): unknown => {
  if (error instanceof StoreError || !(error instanceof Error)) return error
  const code = failureCodeOf(error)
  return code === null ? error : new StoreError(code, error.message, error)
}

/** Store failure that an error of SQLite or of Node's file system stands for, or null. */
export const failureCodeOf = (error: Error): StoreFailureCode | null => {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const match = failures.find(([start]) => code.startsWith(start))
  return match === undefined ? null : match[1]
}

// Longest names first: an extended code begins with its primary code.
const failures: readonly (readonly [string, StoreFailureCode])[] = [
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_FULL', 'disk_full'],
  ['ENOSPC', 'disk_full'],
  ['EDQUOT', 'disk_full'],
  ['SQLITE_READONLY', 'no_permission'],
  ['SQLITE_PERM', 'no_permission'],
  ['SQLITE_CANTOPEN', 'no_permission'],
  ['EACCES', 'no_permission'],
  ['EPERM', 'no_permission'],
  ['EROFS', 'no_permission'],
  ['SQLITE_BUSY', 'in_use'],
  ['SQLITE_LOCKED', 'in_use'],
  // The index of the write-ahead log, a file of its own, finds no room.
  ['SQLITE_IOERR_SHMSIZE', 'disk_full'],
  ['SQLITE_IOERR', 'unexpected'],
  ['EIO', 'unexpected'],
  ['EEXIST', 'unexpected'],
  ['ENOTDIR', 'unexpected'],
  ['EISDIR', 'unexpected'],
  ['ENAMETOOLONG', 'unexpected'],
]
