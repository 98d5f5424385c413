import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from './open.ts'

const child = fileURLToPath(new URL('./_crash-child.ts', import.meta.url))
const key = randomBytes(32)
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'yichuang-crash-'))
})
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
})

interface Taker {
  readonly process: ChildProcess
  /** Numbers said so far, without one that was cut off in the middle. */
  readonly said: () => readonly string[]
  readonly problems: () => string
}

const start = (): Taker => {
  const taker = spawn(process.execPath, [child, dir, key.toString('hex')], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let problems = ''
  taker.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text
  })
  taker.stderr.setEncoding('utf8').on('data', (text: string) => {
    problems += text
  })
  return { process: taker, said: () => out.split('\n').slice(0, -1), problems: () => problems }
}

const waitFor = async (taker: Taker, count: number): Promise<void> => {
  while (taker.said().length < count) {
    if (taker.process.exitCode !== null) throw new Error(`the taker ended: ${taker.problems()}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

const kill = async (taker: Taker): Promise<void> => {
  const ended = once(taker.process, 'close')
  taker.process.kill('SIGKILL')
  await ended
}

describe('a desk that is killed', () => {
  it('has every case whose number it said, each once, at whatever moment it dies', async () => {
    const said: string[] = []
    for (let life = 0; life < 8; life++) {
      const taker = start()
      await waitFor(taker, randomInt(1, 60))
      // Anywhere in a transaction, a checkpoint, or between.
      await new Promise((resolve) => setTimeout(resolve, randomInt(0, 4)))
      await kill(taker)
      said.push(...taker.said())
      const opened = openStore({ dir, key, nativeBinding: null })
      if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.detail}`)
      const store = opened.value
      const missing = said.filter((caseNo) => store.read.cases.findIdByNo(caseNo) === null)
      expect(missing).toEqual([])
      expect(store.read.cases.count()).toBeGreaterThanOrEqual(said.length)
      expect(store.verify().problems).toEqual([])
      store.close()
    }
    expect(new Set(said).size).toBe(said.length)
    expect(said.length).toBeGreaterThan(8)
  })

  it('keeps others out while it lives, and leaves nothing to clean up when it is killed', async () => {
    const taker = start()
    await waitFor(taker, 1)
    expect(openStore({ dir, key, nativeBinding: null })).toMatchObject({ ok: false, error: { code: 'in_use' } })
    await kill(taker)
    const opened = openStore({ dir, key, nativeBinding: null })
    expect(opened.ok).toBe(true)
    if (opened.ok) opened.value.close()
  })
})
