import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../domain/case/_testing.ts'
import { openDesk } from './_testing.ts'
import { mountSmallDisk } from './_small-disk.ts'
import { flipBit } from './journal/_testing.ts'
import { type OpenOptions, openStore } from './open.ts'
import type { Store } from './store.ts'
import { StoreError } from './store-error.ts'
import { storePaths } from './store-file.ts'

const accept = { kind: 'service.accept', intake: aServiceIntake() } as const
const page = 4096
const key = randomBytes(32)
const disk = mountSmallDisk(16 * 1024 * 1024)
const kind = disk === null ? 'a quota, for no tmpfs can be mounted here' : 'a tmpfs that is full'
const root = disk?.dir ?? mkdtempSync(join(tmpdir(), 'yichuang-full-'))
afterAll(() => {
  disk?.remove()
  rmSync(root, { recursive: true, force: true })
})

let dir: string
let said: string[]
beforeEach(() => {
  disk?.leave(12 * 1024 * 1024)
  dir = mkdtempSync(join(root, 'store-'))
  const desk = openDesk({ dir, key, reserve: 0 })
  said = Array.from({ length: 4 }, () => desk.open(accept).caseNo)
  desk.store.close()
  return () => rmSync(dir, { recursive: true, force: true })
})

/** Room for so many pages more: on the disk, or in the file where there is no such disk; null = enough. */
const room = (pages: number | null): Partial<OpenOptions> => {
  disk?.leave(pages === null ? 8 * 1024 * 1024 : pages * page)
  return {
    reserve: 0,
    ...(pages === null || disk !== null ? {} : { maxPages: statSync(storePaths(dir).database).size / page + pages }),
  }
}

const codeOf = (work: () => void): string | null => {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof StoreError) return error.code
    throw error
  }
}

const withStore = <T>(work: (store: Store) => T): T => {
  const opened = openStore({ dir, key, nativeBinding: null, ...room(null) })
  if (!opened.ok) throw new Error(`${opened.error.code} ${opened.error.detail}`)
  try {
    return work(opened.value)
  } finally {
    opened.value.close()
  }
}

const expectWhole = (at: number): void =>
  withStore((store) => {
    expect([at, said.filter((caseNo) => store.read.cases.findIdByNo(caseNo) === null)]).toEqual([at, []])
    expect([at, store.read.cases.count(), store.verify().problems]).toEqual([at, said.length, []])
  })

describe(`a full disk (${kind})`, () => {
  it('[JRN-18] refuses an act as disk_full at whatever write it is met, and keeps every act that was said', () => {
    const met = new Set<string>()
    for (let pages = 0; pages < 40; pages += pages < 12 ? 1 : 3) {
      const options = room(pages)
      const opened = openStore({ dir, key, nativeBinding: null, ...options })
      if (!opened.ok) {
        met.add(`opening ${opened.error.code}`)
        expectWhole(pages)
        continue
      }
      opened.value.close()
      const desk = openDesk({ dir, key, device: null, ...room(pages) })
      const code = codeOf(() => {
        for (let n = 0; n < 60; n++) said.push(desk.open(accept).caseNo)
      })
      met.add(`act ${String(code)}`)
      expect([pages, desk.store.read.cases.count()]).toEqual([pages, said.length])
      expect([pages, codeOf(() => desk.store.close()) ?? 'disk_full']).toEqual([pages, 'disk_full'])
      expectWhole(pages)
    }
    expect([...met].filter((one) => !one.endsWith(' disk_full') && one !== 'act null')).toEqual([])
    expect([...met]).toContain('act disk_full')
    expect(new Set(said).size).toBe(said.length)
  })

  it('[JRN-18] does not open a store whose journal has more than there is room for, touches neither, and opens it later', () => {
    const before = mkdtempSync(join(root, 'before-'))
    cpSync(storePaths(dir).database, join(before, 'desk.db'))
    const desk = openDesk({ dir, key, device: null, ...room(null) })
    for (let n = 0; n < 30; n++) said.push(desk.open(accept).caseNo)
    desk.store.close()
    // As after a write-ahead log that is gone: thirty acts are in the journal alone.
    cpSync(join(before, 'desk.db'), storePaths(dir).database)
    rmSync(before, { recursive: true })
    const journal = () =>
      readdirSync(storePaths(dir).journal).map((name) => [name, statSync(join(storePaths(dir).journal, name)).mtimeMs])
    const was = journal()
    let refused = 0
    for (const pages of [0, 2, 9, 14]) {
      const opened = openStore({ dir, key, nativeBinding: null, ...room(pages) })
      if (opened.ok) opened.value.close()
      else expect([pages, opened.error.code, journal()]).toEqual([pages, 'disk_full', was])
      refused += opened.ok ? 0 : 1
    }
    expect(refused).toBeGreaterThan(1)
    expectWhole(-1)
  })

  it.skipIf(disk === null)(
    '[JRN-18] does not make a damaged database again in too little room, and does with more',
    () => {
      flipBit(storePaths(dir).database, 9000)
      const opened = openStore({ dir, key, nativeBinding: null, ...room(30) })
      expect(opened).toMatchObject({ ok: false, error: { code: 'disk_full' } })
      expect(existsSync(storePaths(dir).aside)).toBe(false)
      expect(readdirSync(dir).filter((name) => name.includes('.new'))).toEqual([])
      expectWhole(-1)
      expect(existsSync(storePaths(dir).aside)).toBe(true)
    },
  )
})
