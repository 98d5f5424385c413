type Purpose = 'run' | 'headless' | 'fonts' | 'test' | 'compile'

/** See system-packages.mjs. */
export type SystemPackage = {
  purpose: Purpose
  kind: 'library' | 'program' | 'font'
  name: string
  packages: readonly string[]
}

export const SYSTEM_PACKAGES: readonly SystemPackage[]

/** What is not there; by default for all purposes. */
export function missingSystemPackages(options?: { purposes?: readonly Purpose[] }): SystemPackage[]

/** Installs what is missing on Debian as root; elsewhere says what to run or to install. */
export function installSystemPackages(options?: {
  log?: (line: string) => void
  purposes?: readonly Purpose[]
}): Promise<{ installed: boolean; command: string | null; message: string }>
