import type { ExitCode } from './io.ts'

/** Of an import: 0 every row is in, 1 some were rejected and the rest is in, 2 none is in. */
export const importExit = (imported: number, rejected: number): ExitCode => (imported === 0 ? 2 : rejected > 0 ? 1 : 0)
