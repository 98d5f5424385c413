// Shared by the tests of db/, of the host, and by whoever needs a store that is really on a disk.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CaseAct, OpeningActKind } from '../domain/case/case-act.ts'
import type { Role } from '../domain/case/role.ts'
import type { CaseState } from '../domain/case/case-state.ts'
import { decide } from '../domain/case/decide.ts'
import { plainDateInShanghai } from '../domain/plain-date.ts'
import { connect } from './connect.ts'
import type { DeviceIdentity } from './meta/reader.ts'
import { type OpenOptions, openStore } from './open.ts'
import type { Store } from './store.ts'
import { StoreError } from './store-error.ts'
import { storePaths } from './store-file.ts'

/** The window of every test that does not say otherwise. */
export const aDevice = (over: Partial<DeviceIdentity> = {}): DeviceIdentity => ({
  device: '0199f000-0000-7000-8000-000000000003',
  deviceNo: 'W03',
  center: '990123',
  ...over,
})

export interface TestStore {
  readonly store: Store
  readonly dir: string
  readonly key: Uint8Array
  /** Closes and opens the same files again, as a restart of the program does. */
  readonly reopen: (options?: Partial<OpenOptions>) => Store
  /** Changes the closed files behind the store's back, with the right key, and opens the store again. */
  readonly tamper: (work: (exec: (sql: string) => void) => void) => void
  /** Closes and removes everything. */
  readonly remove: () => void
}

/** A fresh store in a temporary folder, with a device identity unless `device` is null. */
export const openTestStore = (
  options: Partial<OpenOptions> & { readonly device?: DeviceIdentity | null } = {},
): TestStore => {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'yichuang-db-'))
  const key = options.key ?? randomBytes(32)
  const open = (more: Partial<OpenOptions>): Store => {
    const opened = openStore({ nativeBinding: null, ...options, ...more, dir, key })
    if (!opened.ok) throw new Error(`test store: ${opened.error.code} ${opened.error.detail}`)
    return opened.value
  }
  let store = open({})
  const device = options.device === undefined ? aDevice() : options.device
  if (device !== null) store.transact(({ meta }) => meta.setDevice(device))
  return {
    get store() {
      return store
    },
    dir,
    key,
    reopen: (more = {}) => {
      store.close()
      store = open(more)
      return store
    },
    tamper: (work) => {
      store.close()
      const { database } = connect(storePaths(dir).database, { key, nativeBinding: null, maxPages: null })
      work((sql) => database.exec(sql))
      database.close()
      // As it is: what was done to it would be mended otherwise.
      store = open({ repair: false })
    },
    remove: () => {
      store.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** 2026-11-23, a Monday, 10:00 in Shanghai. */
export const monday = Date.UTC(2026, 10, 23, 2)

export interface Desk extends TestStore {
  /** Wall clock of the desk, epoch milliseconds; a test moves it. */
  readonly clock: { wall: number }
  /** Does an act as the clerk S01 would, through `decide` and the writer; throws on a refusal. */
  readonly act: (caseId: string, act: CaseAct, role?: Role) => CaseState
  /** Opens a case and answers its state. */
  readonly open: (act: OpeningAct) => CaseState
  readonly newId: () => string
}

export type OpeningAct = Extract<CaseAct, { readonly kind: OpeningActKind }>

/** A store with a clerk before it. */
export const openDesk = (options: Parameters<typeof openTestStore>[0] & { readonly wall?: number } = {}): Desk => {
  const test = openTestStore(options)
  const clock = { wall: options.wall ?? monday }
  const act = (caseId: string, wanted: CaseAct, role: Role = 'clerk'): CaseState =>
    test.store.transact((writer) => {
      const { store } = test
      const device = store.read.meta.findDevice()
      if (device === null) throw new Error('no device')
      const state = store.read.cases.find(caseId)?.state ?? null
      const today = plainDateInShanghai(clock.wall)
      const decided = decide(state, wanted, {
        today,
        role,
        calendar: store.calendar,
        nextCaseNo: () => writer.cases.nextCaseNo(device.center, today, device.deviceNo),
        nextLetterNo: (letter) => writer.cases.nextLetterNo(device.center, letter, today, device.deviceNo),
      })
      if (!decided.ok) throw new Error(JSON.stringify(decided.error))
      const stamp = { op: testId(), entity: caseId, base: state?.version ?? 0 }
      return writer.cases.record(decided.value, { ...stamp, actor: 'S01', session: null, wall: clock.wall, mono: 0 })
    })
  return Object.assign(test, { clock, act, open: (opening: OpeningAct) => act(testId(), opening), newId: testId })
}

/** Code of the `StoreError` that the work ends in; fails the test when it ends otherwise. */
export const failureOf = (work: () => unknown): string => {
  try {
    work()
  } catch (error) {
    if (error instanceof StoreError) return error.code
    throw error
  }
  throw new Error('it did not fail')
}

let ids = 0
/** Two processes on one store, one after the other, must not make the same ids. */
const processTag = randomBytes(4).toString('hex')

/** UUIDv7 in form, ascending within a process. */
export const testId = (): string => {
  ids += 1
  const n = ids.toString(16).padStart(10, '0')
  return `0199f000-${n.slice(0, 4)}-7${n.slice(4, 7)}-8${n.slice(7)}-0000${processTag}`
}
