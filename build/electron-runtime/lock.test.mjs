import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { withLock } from './lock.mjs'
import { keptLog, temporaryFolder } from './temporary-folder.test-support.mjs'

const lockPath = () => join(temporaryFolder(), 'entry.lock')

it('two at once run one after the other, and the second says that it waits', async () => {
  const path = lockPath()
  const { lines, log } = keptLog()
  const events = []
  const work = (name) => () =>
    withLock(
      path,
      async () => {
        events.push(`${name} in`)
        await sleep(20)
        events.push(`${name} out`)
      },
      { log, pollMs: 1 },
    )
  await Promise.all([work('one')(), work('two')()])
  expect(events).toHaveLength(4)
  expect(events[0]?.split(' ')[0]).toBe(events[1]?.split(' ')[0])
  expect(lines).toEqual(['another process is putting the same files in place, waiting for it'])
  expect(existsSync(path)).toBe(false)
})

it('the lock is given back when the work fails', async () => {
  const path = lockPath()
  const failing = withLock(path, async () => {
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(existsSync(path)).toBe(false)
})

it('the lock of a killed process is taken over at once', async () => {
  const path = lockPath()
  const dead = spawnSync(process.execPath, ['-e', '']).pid
  writeFileSync(path, JSON.stringify({ pid: dead, host: hostname(), token: 'old' }))
  expect(await withLock(path, async () => 'done', { pollMs: 1 })).toBe('done')
})

it('the lock of another machine is taken over only when it was left alone', async () => {
  const path = lockPath()
  writeFileSync(path, JSON.stringify({ pid: 1, host: 'elsewhere', token: 'other' }))
  const started = []
  const waiting = withLock(path, async () => started.push('mine'), { pollMs: 1, abandonedAfterMs: 60_000 })
  await sleep(20)
  expect(started).toEqual([])
  expect(JSON.parse(readFileSync(path, 'utf8')).token).toBe('other')
  utimesSync(path, new Date(0), new Date(0))
  await waiting
  expect(started).toEqual(['mine'])
})
