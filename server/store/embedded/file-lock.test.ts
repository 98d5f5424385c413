import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type TemporaryFolder, temporaryFolder } from '../../_testing/temporary-folder.ts'
import { withFileLock } from './file-lock.ts'

let folder: TemporaryFolder
let lock: string
beforeEach(() => {
  folder = temporaryFolder()
  lock = join(folder.path, 'lock')
})
afterEach(() => folder.remove())

describe('withFileLock', () => {
  it('lets one work at a time and leaves nothing behind', async () => {
    let inside = 0
    let most = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await sleep(1)
      inside -= 1
    }
    await Promise.all(Array.from({ length: 5 }, () => withFileLock(lock, work)))
    expect(most).toBe(1)
    expect(readdirSync(folder.path)).toEqual([])
  })

  it('is free again after work that failed', async () => {
    await expect(withFileLock(lock, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(existsSync(lock)).toBe(false)
  })

  it('takes over from a holder that died', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid
    writeFileSync(lock, String(dead))
    expect(await withFileLock(lock, () => Promise.resolve('done'))).toBe('done')
  })

  it('gives up on a holder that lives and does not end', async () => {
    writeFileSync(lock, String(process.pid))
    await expect(withFileLock(lock, () => Promise.resolve(), 150)).rejects.toThrow('lock held too long')
    expect(existsSync(lock)).toBe(true)
  })
})
