import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from './account.ts'
import { type PostgresBinaries, binaryPath } from './binaries.ts'
import { isReachable } from './reachable.ts'

/**
 * Folder of the cluster: inside `dataDir`, unless PostgreSQL must run under an account that cannot get there (a project under
 * /root). Then it lies in the system's var folder, and `dataDir` remembers where.
 */
export const clusterPlace = (dataDir: string, account: Account | null, varFolder = systemVarFolder): string => {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 })
  const inside = join(dataDir, 'postgres')
  if (account === null) return inside
  // Names in this folder are no secret and its secrets are owner-only files, so letting others pass through shows nothing.
  if ((statSync(dataDir).mode & 0o001) === 0) chmodSync(dataDir, 0o711)
  if (isReachable(dataDir, account)) return inside
  const pointer = join(dataDir, 'postgres-is-at')
  if (!existsSync(pointer)) {
    writeFileSync(pointer, join(varFolder(), `cluster-${randomBytes(6).toString('hex')}`), { mode: 0o600 })
  }
  return readFileSync(pointer, 'utf8').trim()
}

/** Binaries that `account` can execute: where npm put them, else a copy in the system's var folder, made once a version. */
export const reachableBinaries = (
  binaries: PostgresBinaries,
  account: Account | null,
  varFolder = systemVarFolder,
): PostgresBinaries => {
  if (account === null || isReachable(binaryPath(binaries, 'postgres'), account)) return binaries
  const home = join(varFolder(), `postgresql-${binaries.version}`)
  if (!existsSync(home)) {
    const half = `${home}.${process.pid}`
    rmSync(half, { recursive: true, force: true })
    cpSync(binaries.home, half, { recursive: true, verbatimSymlinks: true })
    openToAll(half)
    renameUnlessThere(half, home)
  }
  return { ...binaries, home }
}

/** Lasting where this process may write there. */
const systemVarFolder = (): string => {
  const lasting = '/var/lib/yichuang'
  try {
    mkdirSync(lasting, { recursive: true, mode: 0o711 })
    return lasting
  } catch {
    const passing = join(tmpdir(), 'yichuang')
    mkdirSync(passing, { recursive: true, mode: 0o711 })
    return passing
  }
}

const openToAll = (path: string): void => {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const child = join(path, entry.name)
    if (entry.isDirectory()) openToAll(child)
    else if (entry.isFile()) chmodSync(child, (statSync(child).mode & 0o100) === 0 ? 0o644 : 0o755)
  }
  chmodSync(path, 0o755)
}

const renameUnlessThere = (from: string, to: string): void => {
  try {
    renameSync(from, to)
  } catch (error) {
    // Another process finished the same copy first.
    rmSync(from, { recursive: true, force: true })
    if (!existsSync(to)) throw error
  }
}
