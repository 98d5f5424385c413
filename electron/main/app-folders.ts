import { join } from 'node:path'
import type { Flags } from './command-line/parse-flags.ts'

export type AppFolders = {
  /** The host's: store, keys, journal. */
  readonly dataDir: string
  /** The shell's own: Chromium's profile and the lock of the one running instance. One for each data folder. */
  readonly profile: string
  readonly printed: string
  /** True when old letters are removed from `printed` by the application itself. */
  readonly forgetsPrinted: boolean
  readonly windowPlace: string
}

/** @param userData Electron's default folder of this user and application */
export const appFolders = (
  { dataDir, printDir }: Pick<Flags, 'dataDir' | 'printDir'>,
  userData: string,
): AppFolders => {
  const profile = dataDir === null ? userData : join(dataDir, 'shell')
  return {
    dataDir: dataDir ?? join(userData, 'store'),
    profile,
    printed: printDir ?? join(profile, 'letters'),
    forgetsPrinted: printDir === null,
    windowPlace: join(profile, 'window.json'),
  }
}
