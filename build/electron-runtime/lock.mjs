import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const TOUCH_EVERY_MS = 5_000
const ABANDONED_AFTER_MS = 60_000
const POLL_MS = 500

/**
 * Runs `work` while holding the lock file `path`, so that two commands started at once do not download and compile twice.
 *
 * A lock is taken over when its owner is dead (same host, no such process) or has not touched it for a minute (another
 * host or container). Two waiters taking over in the same instant may both go on: that costs time, never correctness,
 * because every cache entry is made in a folder of its own and put in place by one rename (see cache.mjs).
 *
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {{ log?: (line: string) => void, pollMs?: number, abandonedAfterMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(path, work, { log, pollMs = POLL_MS, abandonedAfterMs = ABANDONED_AFTER_MS } = {}) {
  await mkdir(dirname(path), { recursive: true })
  const token = randomUUID()
  const content = JSON.stringify({ pid: process.pid, host: hostname(), token })
  let told = false
  while (!(await tryCreate(path, content))) {
    if (await isAbandoned(path, abandonedAfterMs)) {
      await rm(path, { force: true })
      continue
    }
    if (!told) log?.('another process is putting the same files in place, waiting for it')
    told = true
    await sleep(pollMs)
  }
  const touch = setInterval(() => void utimes(path, new Date(), new Date()).catch(() => undefined), TOUCH_EVERY_MS)
  try {
    return await work()
  } finally {
    clearInterval(touch)
    if ((await readOwner(path))?.token === token) await rm(path, { force: true })
  }
}

/** @param {string} path @param {string} content */
async function tryCreate(path, content) {
  try {
    await writeFile(path, content, { flag: 'wx' })
    return true
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false
    throw error
  }
}

/** @param {string} path @param {number} abandonedAfterMs */
async function isAbandoned(path, abandonedAfterMs) {
  const touched = await stat(path).then(
    (stats) => stats.mtimeMs,
    () => undefined,
  )
  if (touched === undefined) return false // gone meanwhile: simply try again
  if (Date.now() - touched > abandonedAfterMs) return true
  const owner = await readOwner(path)
  return owner !== undefined && owner.host === hostname() && !isAlive(owner.pid)
}

/**
 * @param {string} path
 * @returns {Promise<{ pid: number, host: string, token: string } | undefined>} undefined while the owner is still writing it
 */
async function readOwner(path) {
  try {
    const owner = JSON.parse(await readFile(path, 'utf8'))
    return Number.isInteger(owner.pid) && typeof owner.host === 'string' ? owner : undefined
  } catch {
    return undefined
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return hasCode(error, 'EPERM') // it lives, but belongs to somebody else
  }
}

/** @param {unknown} error @param {string} code */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code
}
