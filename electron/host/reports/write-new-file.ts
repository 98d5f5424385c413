import { open, rm } from 'node:fs/promises'
import { type Result, err, ok } from '../../../domain/result.ts'

export type NewFileProblem = 'exists' | 'no_folder' | 'not_writable'

/** Writes a file that is not there yet, whole or not at all; an earlier one is never touched. */
export const writeNewFile = async (
  path: string,
  content: string | Uint8Array,
): Promise<Result<null, NewFileProblem>> => {
  let made = false
  try {
    const file = await open(path, 'wx', 0o600)
    made = true
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    return ok(null)
  } catch (error) {
    if (made) await rm(path, { force: true })
    return err(problemOf(error))
  }
}

const problemOf = (error: unknown): NewFileProblem => {
  switch (error instanceof Error && 'code' in error ? error.code : undefined) {
    case 'EEXIST':
    case 'EISDIR':
      return 'exists'
    case 'ENOENT':
    case 'ENOTDIR':
      return 'no_folder'
    default:
      return 'not_writable'
  }
}
