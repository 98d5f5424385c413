import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../../domain/case/_testing.ts'
import { openDesk } from '../_testing.ts'
import { checkCopy } from '../backup/copy.ts'
import { migrations } from '../migrations/all.ts'
import { openStore } from '../open.ts'
import type { Store } from '../store.ts'
import { storePaths } from '../store-file.ts'
import { laterMigrations } from './_later-migrations.ts'

const key = randomBytes(32)
const child = fileURLToPath(new URL('./_migration-child.ts', import.meta.url))
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'yichuang-migration-kill-'))
})
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
})

/** Opens with the newer migrations and dies before the n-th statement from the one that begins so; null = it came to its end before. */
const dieBefore = (first: string, count: number): { readonly all: number } | null => {
  const { signal, stdout, stderr } = spawnSync(
    process.execPath,
    [child, dir, key.toString('hex'), first, String(count)],
    {
      encoding: 'utf8',
    },
  )
  expect([count, stderr]).toEqual([count, ''])
  return signal === 'SIGKILL' ? null : { all: Number(stdout) }
}

const look = (work: (store: Store) => void): void => {
  const opened = openStore({ dir, key, nativeBinding: null, migrations: laterMigrations })
  if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.detail}`)
  try {
    work(opened.value)
  } finally {
    opened.value.close()
  }
}

describe('a process that is killed inside a migration', () => {
  it(
    '[JRN-19] before whatever statement of it, and of the copy, has every act when the next start completes it',
    { timeout: 300_000 },
    () => {
      const copyName = `desk-schema-${String(migrations.at(-1)?.id).padStart(4, '0')}.db`
      for (let count = 1; ; count += count < 4 ? 1 : 3) {
        rmSync(dir, { recursive: true })
        const desk = openDesk({ dir, key })
        const said = Array.from(
          { length: 5 },
          () => desk.open({ kind: 'service.accept', intake: aServiceIntake() }).caseNo,
        )
        desk.store.close()
        const ended = dieBefore('VACUUM INTO', count)
        look((store) => {
          expect([count, said.filter((caseNo) => store.read.cases.findIdByNo(caseNo) === null)]).toEqual([count, []])
          expect([count, store.read.log.count(), store.verify().problems]).toEqual([count, said.length, []])
          expect([count, store.opening]).toMatchObject([
            count,
            { rebuilt: null, reconciled: { redone: 0, damage: [] } },
          ])
        })
        // The copy is what the store was before, whole, however often it was begun; killed between two steps there is one of each.
        expect(readdirSync(storePaths(dir).copies)).toContain(copyName)
        expect(checkCopy(join(storePaths(dir).copies, copyName), { key, nativeBinding: null })).toMatchObject({
          schema: migrations.at(-1)?.id,
        })
        if (ended === null) continue
        expect(ended.all).toBeGreaterThan(15)
        return
      }
    },
  )

  it('[JRN-19] while a new store is made makes it to its end the next time', { timeout: 300_000 }, () => {
    for (let count = 1; ; count += 97) {
      rmSync(dir, { recursive: true })
      const ended = dieBefore('BEGIN', count)
      look((store) => expect([count, store.verify().problems, store.opening.rebuilt]).toEqual([count, [], null]))
      if (ended === null) continue
      expect(ended.all).toBeGreaterThan(100)
      return
    }
  })
})
