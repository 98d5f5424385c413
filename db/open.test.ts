import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aServiceIntake } from '../domain/case/_testing.ts'
import { aDevice, failureOf, openDesk, openTestStore } from './_testing.ts'
import { connect } from './connect.ts'
import { migrations } from './migrations/all.ts'
import { type OpenOptions, openStore } from './open.ts'
import { openSqlite } from './sqlite.ts'
import type { Store } from './store.ts'
import { storePaths } from './store-file.ts'

const key = randomBytes(32)
let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'yichuang-open-'))
})
afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
})

const tryOpen = (over: Partial<OpenOptions> = {}) => openStore({ dir, key, nativeBinding: null, ...over })

const open = (over: Partial<OpenOptions> = {}): Store => {
  const opened = tryOpen(over)
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

/** A store with a case in it, closed. */
const makeStore = (): void => {
  const store = open()
  store.transact(({ meta }) => meta.setDevice(aDevice()))
  store.close()
}

const flipByte = (path: string, at: number): void => {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

const isRoot = process.getuid?.() === 0

/** Root may do everything everywhere, so what a permission forbids is tried as nobody. */
const asOrdinaryUser = <T>(work: () => T): T => {
  if (!isRoot) return work()
  process.seteuid?.(65_534)
  try {
    return work()
  } finally {
    process.seteuid?.(0)
  }
}

describe('openStore', () => {
  it('makes an empty store that only its owner can read, and opens it again as the same', () => {
    const folder = join(dir, 'deep', 'store')
    const store = open({ dir: folder })
    const { incarnation } = store
    store.close()
    if (process.platform !== 'win32') {
      expect(statSync(folder).mode & 0o777).toBe(0o700)
      for (const name of readdirSync(folder).filter((each) => each !== 'desk.journal'))
        expect(`${name} ${(statSync(join(folder, name)).mode & 0o777).toString(8)}`).toBe(`${name} 600`)
    }
    const again = open({ dir: folder })
    expect(again.incarnation).toBe(incarnation)
    again.close()
  })

  it('narrows a folder that others could look into, and what SQLite puts beside the file', () => {
    chmodSync(dir, 0o755)
    const store = open()
    store.transact(({ meta }) => meta.setDevice(aDevice()))
    expect(statSync(dir).mode & 0o777).toBe(0o700)
    expect(statSync(join(dir, 'desk.db-wal')).mode & 0o777).toBe(0o600)
    store.close()
  })

  it('writes no readable word of a case to the disk', () => {
    const desk = openDesk({ dir, key })
    desk.open({ kind: 'service.accept', intake: aServiceIntake() })
    const words = ['周文静', '990000199001010017', '卫生许可', 'service.accept', 'CREATE TABLE']
    const everything = readdirSync(dir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name)))
    expect(everything.length).toBeGreaterThan(4)
    for (const word of words) expect(everything.some((bytes) => bytes.includes(word))).toBe(false)
    desk.remove()
  })

  it('sets on every open what holds for one connection only', () => {
    makeStore()
    const { database } = connect(storePaths(dir).database, { key, nativeBinding: null, maxPages: null })
    const pragma = (name: string) => database.pragma(name, { simple: true })
    expect(pragma('journal_mode')).toBe('wal')
    expect(pragma('synchronous')).toBe(2)
    expect(pragma('foreign_keys')).toBe(1)
    expect(pragma('trusted_schema')).toBe(0)
    expect(pragma('cell_size_check')).toBe(1)
    expect(pragma('wal_autocheckpoint')).toBe(4000)
    expect(pragma('cipher')).toBe('aegis')
    database.close()
  })

  it('tells a wrong key from everything else', () => {
    makeStore()
    expect(tryOpen({ key: randomBytes(32) })).toMatchObject({ ok: false, error: { code: 'wrong_key' } })
    expect(tryOpen({ key: randomBytes(16) })).toMatchObject({ ok: false, error: { code: 'wrong_key' } })
    open().close()
  })

  it('refuses a newer schema and leaves it as it is', () => {
    const newer = { id: 9990, name: 'from the future', sql: 'CREATE TABLE future (a INTEGER) STRICT' }
    open({ migrations: [...migrations, newer] }).close()
    const before = readFileSync(storePaths(dir).database)
    expect(tryOpen()).toMatchObject({ ok: false, error: { code: 'newer_schema' } })
    expect(readFileSync(storePaths(dir).database).equals(before)).toBe(true)
  })

  it('refuses files that are no store', () => {
    const { database: path } = storePaths(dir)
    writeFileSync(path, 'no database at all, but long enough to be looked at. '.repeat(200))
    expect(tryOpen()).toMatchObject({ ok: false, error: { code: 'not_a_store' } })
    rmSync(path)
    const plain = openSqlite(path, { nativeBinding: null, timeout: 0 })
    plain.exec('CREATE TABLE t (a)')
    plain.close()
    expect(tryOpen()).toMatchObject({ ok: false, error: { code: 'not_a_store' } })
    rmSync(path)
    const foreign = connect(path, { key, nativeBinding: null, maxPages: null }).database
    foreign.exec('CREATE TABLE t (a)')
    foreign.close()
    expect(tryOpen()).toMatchObject({ ok: false, error: { code: 'not_a_store' } })
  })

  it(
    'finds a damaged page when it opens, whichever it is, and leaves everything as it is when it may not mend it',
    {
      timeout: 60_000,
    },
    () => {
      const desk = openDesk({ dir, key })
      for (let n = 0; n < 12; n++) desk.open({ kind: 'service.accept', intake: aServiceIntake() })
      desk.store.close()
      const { database: path } = storePaths(dir)
      const sound = readFileSync(path)
      const pages = Array.from({ length: sound.length / 4096 }, (_, page) => page)
      const outcomes = pages.map((page) => {
        writeFileSync(path, sound)
        flipByte(path, page * 4096 + 2000)
        const damaged = readFileSync(path)
        const opened = tryOpen({ repair: false })
        if (!opened.ok) return opened.error.code
        const { problems } = opened.value.verify()
        opened.value.close()
        expect(readFileSync(path).equals(damaged)).toBe(true)
        return problems[0]?.code ?? 'unseen'
      })
      expect(new Set(outcomes)).toEqual(new Set(['damaged', 'page_damaged']))
    },
  )

  it('does not make a new store where one has been lost with its journal', () => {
    makeStore()
    rmSync(storePaths(dir).database)
    rmSync(storePaths(dir).journal, { recursive: true })
    expect(tryOpen()).toMatchObject({ ok: false, error: { code: 'damaged' } })
    writeFileSync(storePaths(dir).database, '')
    expect(tryOpen()).toMatchObject({ ok: false, error: { code: 'damaged' } })
  })

  it('opens a store that has lost only its header, and makes the header again', () => {
    makeStore()
    rmSync(storePaths(dir).header)
    open().close()
    expect(existsSync(storePaths(dir).header)).toBe(true)
    rmSync(storePaths(dir).header)
    expect(tryOpen({ key: randomBytes(32) })).toMatchObject({ ok: false, error: { code: 'not_a_store' } })
  })

  it('goes on with a store whose making was cut short', () => {
    expect(tryOpen({ maxPages: 12 })).toMatchObject({ ok: false, error: { code: 'disk_full' } })
    const store = open()
    expect(store.verify().ok).toBe(true)
    store.close()
  })

  it('writes nothing to open a store that is whole, so that a full disk does not hide it', () => {
    makeStore()
    const before = statSync(storePaths(dir).header).mtimeMs
    const store = open({ maxPages: 1 })
    expect(store.read.meta.findDevice()).toEqual(aDevice())
    expect(failureOf(() => store.transact(({ meta }) => meta.set('server', 'x'.repeat(50_000))))).toBe('disk_full')
    store.close()
    expect(statSync(storePaths(dir).header).mtimeMs).toBe(before)
  })

  it('lets one process in at a time, and the next one when it is gone', () => {
    const first = open()
    expect(tryOpen()).toMatchObject({ ok: false, error: { code: 'in_use' } })
    first.close()
    open().close()
  })

  it('lets go of the lock when opening fails', () => {
    makeStore()
    expect(tryOpen({ key: randomBytes(32) }).ok).toBe(false)
    open().close()
  })

  it.runIf(process.platform !== 'win32')('says so when it may not write', () => {
    const closed = join(dir, 'closed')
    mkdirSync(closed)
    chmodSync(dir, 0o755)
    chmodSync(closed, 0o555)
    const outcome = asOrdinaryUser(() => tryOpen({ dir: join(closed, 'store') }))
    expect(outcome).toMatchObject({ ok: false, error: { code: 'no_permission' } })
    chmodSync(closed, 0o755)
  })

  it('says so when the addon is not there', () => {
    const opened = tryOpen({ nativeBinding: join(dir, 'missing.node') })
    expect(opened).toMatchObject({ ok: false, error: { code: 'native_missing' } })
  })

  it('says so when the folder is a file', () => {
    writeFileSync(join(dir, 'file'), '')
    expect(tryOpen({ dir: join(dir, 'file') })).toMatchObject({ ok: false, error: { code: 'unexpected' } })
  })

  it('gives every new file an incarnation of its own', () => {
    const a = openTestStore()
    const b = openTestStore()
    expect(a.store.incarnation).not.toBe(b.store.incarnation)
    a.remove()
    b.remove()
  })
})
