import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCodeOf } from '../error-code.ts'

/**
 * Runs `work` while no other process of this machine runs work under the same lock file. A lock whose holder is dead is taken over.
 * Throws after `patienceMs` of waiting.
 */
export const withFileLock = async <T>(path: string, work: () => Promise<T>, patienceMs = 120_000): Promise<T> => {
  for (let waited = 0; !take(path); waited += 100) {
    if (waited > patienceMs) throw new Error(`lock held too long: ${path}`)
    if (!breakDeadLock(path)) await sleep(100)
  }
  try {
    return await work()
  } finally {
    rmSync(path, { force: true })
  }
}

/** False also for a process of another user, which cannot be asked but is there. One that ended and was never fetched is dead. */
export const isDead = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return isZombie(pid)
  } catch (error) {
    return errorCodeOf(error) === 'ESRCH'
  }
}

const isZombie = (pid: number): boolean => {
  if (process.platform !== 'linux') return false
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    // It is gone by now.
    return true
  }
}

const take = (path: string): boolean => {
  try {
    const file = openSync(path, 'wx', 0o600)
    writeSync(file, String(process.pid))
    closeSync(file)
    return true
  } catch (error) {
    if (errorCodeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** True when a dead holder's lock was removed. One process at a time looks and removes, so that no fresh lock goes with it. */
const breakDeadLock = (path: string): boolean => {
  const guard = `${path}.break`
  if (!take(guard)) {
    if (holderIsDead(guard)) rmSync(guard, { force: true })
    return false
  }
  try {
    if (!holderIsDead(path)) return false
    rmSync(path, { force: true })
    return true
  } finally {
    rmSync(guard, { force: true })
  }
}

const holderIsDead = (path: string): boolean => {
  let holder: string
  try {
    holder = readFileSync(path, 'utf8')
  } catch (error) {
    // The holder ended between our two looks.
    if (errorCodeOf(error) === 'ENOENT') return false
    throw error
  }
  // An empty file is a lock in the moment between being made and being signed.
  return /^\d+$/.test(holder) && isDead(Number(holder))
}
