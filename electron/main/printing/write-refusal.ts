import type { PrintRefusal } from '../../../contract/shell.ts'

/** What went wrong while writing into the print folder, as a refusal a person can act on. */
export const refusalOf = (error: unknown): PrintRefusal => {
  const detail = codeOf(error)
  switch (detail) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'disk_full', detail }
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return { code: 'no_permission', detail }
    default:
      return { code: 'folder_unusable', detail }
  }
}

/** The system's code of an error (`ENOENT`), null when it has none. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
