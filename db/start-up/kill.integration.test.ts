import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { flipBit } from '../journal/_testing.ts'
import { openStore } from '../open.ts'
import type { Store } from '../store.ts'
import { storePaths } from '../store-file.ts'
import type { TransactionStep } from '../transact.ts'

const key = randomBytes(32)
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'yichuang-kill-'))
})
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
})

const killChild = fileURLToPath(new URL('./_kill-child.ts', import.meta.url))
const rebuildChild = fileURLToPath(new URL('./_rebuild-child.ts', import.meta.url))

const run = (path: string, ...args: readonly string[]): readonly string[] => {
  const child = spawnSync(process.execPath, [path, dir, key.toString('hex'), ...args], { encoding: 'utf8' })
  expect([child.signal, child.stderr]).toEqual(['SIGKILL', ''])
  return child.stdout.split('\n').slice(0, -1)
}

const look = <T>(work: (store: Store) => T): T => {
  const opened = openStore({ dir, key, nativeBinding: null })
  if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.detail}`)
  try {
    return work(opened.value)
  } finally {
    opened.value.close()
  }
}

const missingOf = (store: Store, said: readonly string[]): readonly string[] =>
  said.filter((caseNo) => store.read.cases.findIdByNo(caseNo) === null)

describe('a process that is killed', () => {
  it.each<[TransactionStep, number]>([
    ['before', 0],
    ['begun', 0],
    ['journal_written', 1],
    ['committed', 0],
  ])(
    '[JRN-13] at the step "%s" has what it said, each once, and redoes %i acts',
    { timeout: 60_000 },
    (step, redone) => {
      const said: string[] = []
      for (const count of ['1', '4', '9']) {
        said.push(...run(killChild, step, count))
        look((store) => {
          expect([count, store.opening]).toMatchObject([count, { rebuilt: null, reconciled: { redone, damage: [] } }])
          expect([missingOf(store, said), store.verify().problems]).toEqual([[], []])
          // The one that was not said may be there: nobody knows whether it was; never a second one of its number.
          const unsaid = step === 'committed' || step === 'journal_written' ? 1 : 0
          const lives = ['1', '4', '9'].indexOf(count) + 1
          expect([count, store.read.cases.count()]).toEqual([count, said.length + lives * unsaid])
        })
      }
      expect(new Set(said).size).toBe(said.length)
    },
  )

  it('[JRN-13] while a damaged database is made again begins again, and loses nothing', { timeout: 60_000 }, () => {
    const said = [...run(killChild, 'before', '8')]
    look((store) => expect(missingOf(store, said)).toEqual([]))
    flipBit(storePaths(dir).database, 9000)
    for (const done of ['0', '7', '99']) {
      if (done !== '99') run(rebuildChild, done)
      const names = readdirSync(dir)
      expect(names).toContain('desk.db')
      if (done !== '99') continue
      look((store) => {
        expect(store.opening.rebuilt).not.toBeNull()
        expect([missingOf(store, said), store.verify().problems]).toEqual([[], []])
      })
      expect(readdirSync(dir).filter((name) => name.includes('.new'))).toEqual([])
    }
  })
})
