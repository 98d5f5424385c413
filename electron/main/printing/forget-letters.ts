import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { LetterFileSchema } from '../../../contract/shell.ts'

const keptMs = 24 * 60 * 60 * 1000

/**
 * Removes letters older than a day, and half-written ones, from the application's own print folder: they hold personal
 * data and can be printed again from the case (SHL-15). Never used on a folder that somebody chose. Failures are left for
 * the next start.
 *
 * @param now epoch milliseconds
 */
export const forgetOldLetters = async (folder: string, now: number): Promise<void> => {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    if (!LetterFileSchema.safeParse(name).success && !/^\.[0-9a-f-]{36}\.tmp$/u.test(name)) continue
    const path = join(folder, name)
    const changedAt = await stat(path)
      .then(({ mtimeMs }) => mtimeMs)
      .catch(() => now)
    if (now - changedAt > keptMs) await rm(path, { force: true }).catch(() => undefined)
  }
}
