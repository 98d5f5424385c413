import { stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { ListExportProblemCode } from '../../../contract/queries/case-library.ts'

/** Why a file could not be written or put in its place; null = it was not the file that failed. */
export const fileProblemOf = (error: unknown): ListExportProblemCode | null => {
  if (!(error instanceof Error) || !('syscall' in error) || !('code' in error)) return null
  switch (error.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return 'disk_full'
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no_folder'
    case 'EBUSY':
    case 'ETXTBSY':
      return 'open_elsewhere'
    case 'EPERM':
    case 'EACCES':
      // Windows says so of a file that another program holds when it is to be replaced.
      return process.platform === 'win32' && error.syscall === 'rename' ? 'open_elsewhere' : 'not_writable'
    default:
      return 'not_writable'
  }
}

/** Whether an office program has it open, as far as that leaves a mark: those of LibreOffice, WPS and Excel lie beside the file. */
export const isOpenElsewhere = async (path: string): Promise<boolean> => {
  const [folder, name] = [dirname(path), basename(path)]
  const marks = [`.~lock.${name}#`, `~$${name}`, `.~${name}`].map((mark) => join(folder, mark))
  const found = await Promise.all(marks.map((mark) => stat(mark).catch(() => null)))
  return found.some((mark) => mark !== null)
}
