import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { aServiceIntake } from '../../../domain/case/_testing.ts'
import { openDesk } from '../../../db/_testing.ts'
import { openStore } from '../../../db/open.ts'
import { eraseStore } from './erase-store.ts'

let dir = ''
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
})

it('[SYN-22] leaves neither key nor file of a store, and what is left opens as nothing', () => {
  dir = mkdtempSync(join(tmpdir(), 'yichuang-erase-'))
  const desk = openDesk({ dir })
  desk.open({ kind: 'service.accept', intake: aServiceIntake() })
  desk.store.close()
  mkdirSync(join(dir, 'copies'))
  for (const name of ['key.json', 'store.key', 'copies/desk-schema-0070.db', 'desk.log'])
    writeFileSync(join(dir, name), 'x')
  expect(readdirSync(dir)).toContain('desk.db')
  eraseStore(dir)
  expect(readdirSync(dir)).toEqual(['desk.log'])
  eraseStore(dir)
  const again = openStore({ dir, key: desk.key, nativeBinding: null })
  if (!again.ok) throw new Error(again.error.code)
  expect(again.value.read.log.count()).toBe(0)
  expect(again.value.read.meta.findDevice()).toBeNull()
  again.value.close()
})
