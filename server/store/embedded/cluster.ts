import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync, chownSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Account } from './account.ts'
import { type PostgresBinaries, binaryPath } from './binaries.ts'
import { EmbeddedDatabaseError } from './embedded-database-error.ts'
import { isDead } from './file-lock.ts'
import { freePort, isFree } from './free-port.ts'
import { findPostmaster } from './postmaster-file.ts'
import { runProgram } from './run-program.ts'

/** One PostgreSQL data folder with what belongs to it. Callers hold the cluster's lock while they init, start or stop. */
export interface Cluster {
  /** Holds `data`, `log`, `secret`, `port` and the lock. */
  readonly root: string
  readonly account: Account | null
  readonly binaries: PostgresBinaries
}

export const superuser = 'yichuang'

export const clusterLock = (cluster: Cluster): string => join(cluster.root, 'lock')

/** Makes the data folder when there is none. Killed half-way, it starts afresh: only a finished folder gets the final name. */
export const initCluster = async (cluster: Cluster): Promise<void> => {
  if (existsSync(dataOf(cluster))) return
  mkdirSync(join(cluster.root, 'log'), { recursive: true })
  const half = join(cluster.root, 'data.new')
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { mode: 0o700 })
  const secret = randomBytes(32).toString('base64url')
  const secretForInit = join(cluster.root, 'secret.init')
  writeFileSync(join(cluster.root, 'secret'), secret, { mode: 0o600 })
  writeFileSync(secretForInit, secret, { mode: 0o600 })
  if (cluster.account !== null) {
    for (const path of [half, secretForInit, join(cluster.root, 'log')])
      chownSync(path, cluster.account.uid, cluster.account.gid)
  }
  try {
    const ended = await runProgram(
      binaryPath(cluster.binaries, 'initdb'),
      initArguments(half, secretForInit),
      inRoot(cluster),
    )
    if (ended.code !== 0) throw new EmbeddedDatabaseError('init_failed', ended.output)
  } finally {
    rmSync(secretForInit, { force: true })
  }
  renameSync(half, dataOf(cluster))
}

/**
 * Starts PostgreSQL, or takes over the one that runs on this folder already. Returns its port.
 *
 * @param known the port that somebody relies on: it is waited for, and no other is taken; null = the last one, or any
 */
export const startCluster = async (cluster: Cluster, known: number | null): Promise<number> => {
  for (let attempt = 1; ; attempt++) {
    const running = await waitForRunning(cluster)
    if (running !== null) return running
    removeStrangersPid(cluster)
    const port = await portFor(cluster, known, attempt)
    writeFileSync(join(cluster.root, 'port'), String(port))
    const ended = await runProgram(
      binaryPath(cluster.binaries, 'pg_ctl'),
      ['start', '-D', dataOf(cluster), '-l', logOf(cluster), '-w', '-t', '120', '-o', `-p ${port}`],
      inRoot(cluster),
    )
    if (ended.code === 0) return port
    // Somebody took the port between our look and PostgreSQL's, or processes of the one that was killed still end.
    if (attempt === 5) throw new EmbeddedDatabaseError('start_failed', `${ended.output}\n${endOfLog(cluster)}`)
    await sleep(attempt * 200)
  }
}

/**
 * A file that names a living stranger keeps PostgreSQL from starting. One of the dead does not, and stays: by it PostgreSQL knows whether
 * processes of its killed predecessor still write.
 */
const removeStrangersPid = (cluster: Cluster): void => {
  const path = join(dataOf(cluster), 'postmaster.pid')
  const pid = existsSync(path) ? Number(readFileSync(path, 'utf8').split('\n')[0]) : Number.NaN
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isDead(pid)) rmSync(path, { force: true })
}

const portFor = async (cluster: Cluster, known: number | null, attempt: number): Promise<number> => {
  const wanted = known ?? (attempt === 1 ? lastPort(cluster) : 0)
  // Its predecessor's processes may hold it for a moment.
  for (let waited = 0; wanted !== 0 && waited < 5000; waited += 100) {
    if (await isFree(wanted)) return wanted
    await sleep(100)
  }
  if (known !== null) throw new EmbeddedDatabaseError('start_failed', `port ${known} is in use`)
  return freePort()
}

export const stopCluster = async (cluster: Cluster): Promise<void> => {
  await runProgram(
    binaryPath(cluster.binaries, 'pg_ctl'),
    ['stop', '-D', dataOf(cluster), '-m', 'fast', '-w', '-t', '60'],
    inRoot(cluster),
  )
}

export const readSecret = (cluster: Cluster): string => {
  const path = join(cluster.root, 'secret')
  if (!existsSync(path)) throw new EmbeddedDatabaseError('secret_lost', path)
  return readFileSync(path, 'utf8')
}

const dataOf = (cluster: Cluster): string => join(cluster.root, 'data')
const logOf = (cluster: Cluster): string => join(cluster.root, 'log', 'postgresql.log')
const inRoot = (cluster: Cluster) => ({ account: cluster.account, cwd: cluster.root })

const initArguments = (dataDir: string, secretFile: string): readonly string[] => [
  `--pgdata=${dataDir}`,
  `--username=${superuser}`,
  `--pwfile=${secretFile}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
  ...Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
]

const settings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Statements and details of errors hold personal data: neither is logged.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
} as const

const waitForRunning = async (cluster: Cluster): Promise<number | null> => {
  for (let waited = 0; waited < 60_000; waited += 100) {
    const found = findPostmaster(dataOf(cluster))
    if (found === null) return null
    if (found.ready) return found.port
    await sleep(100)
  }
  throw new EmbeddedDatabaseError('start_failed', endOfLog(cluster))
}

const lastPort = (cluster: Cluster): number => {
  const path = join(cluster.root, 'port')
  const port = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : 0
}

const endOfLog = (cluster: Cluster): string =>
  existsSync(logOf(cluster)) ? readFileSync(logOf(cluster), 'utf8').slice(-2000) : ''
