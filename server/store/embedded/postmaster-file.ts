import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDead } from './file-lock.ts'

export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Accepts connections. */
  readonly ready: boolean
}

/**
 * The PostgreSQL that runs on this data folder, or null. `postmaster.pid` outlives a kill -9 and a power cut, and its number may by then
 * belong to a stranger: only a living process that was started for this very folder counts.
 */
export const findPostmaster = (dataDir: string): Postmaster | null => {
  const lines = readLines(join(dataDir, 'postmaster.pid'))
  const pid = Number(lines?.[0])
  const port = Number(lines?.[3])
  if (!Number.isSafeInteger(pid) || pid <= 0 || isDead(pid) || !startedFor(pid, dataDir)) return null
  return { pid, port, ready: lines?.[7]?.trim() === 'ready' && port > 0 }
}

const readLines = (path: string): readonly string[] | null => {
  try {
    return readFileSync(path, 'utf8').split('\n')
  } catch {
    return null
  }
}

const startedFor = (pid: number, dataDir: string): boolean => {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataDir)
  } catch {
    // It ended between our two looks.
    return false
  }
}
