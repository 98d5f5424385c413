// Desks with a real store each before one fake server, and what is true of all of them when all is well.
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import { type TestStore, openTestStore } from '../../../db/_testing.ts'
import { operationOf } from '../../../db/cases/case-operation-of.ts'
import type { Store } from '../../../db/store.ts'
import type { SyncStatus } from '../../../contract/queries/sync-status.ts'
import { day } from '../../../domain/case/_testing.ts'
import { type FakeServer, createFakeServer, enrolStore, takeIn } from './_testing.ts'
import { machineClock } from '../clock/machine-clock.ts'
import { type SyncAgent, createSyncAgent } from './agent.ts'

export const center = '990123'

export interface TestDesk {
  disk: TestStore
  agent: SyncAgent
}

export interface TestDesks {
  readonly server: FakeServer
  readonly erased: number
  readonly newDesk: (deviceNo?: string, random?: number) => TestDesk
  /** A copy of a store's files, as a device of its own. */
  readonly openCopy: (dir: string, key: Uint8Array) => TestDesk
  readonly agentOf: (store: Store, erase?: () => Promise<void>) => SyncAgent
  /** Every act once on the server, in force once, and every store what its log says. */
  readonly expectOnce: (all: readonly TestDesk[], ops: readonly string[]) => void
  readonly applied: () => FakeServer['log']
}

/** A new server for every test of a file, with a clock that only a test moves. */
export const testDesks = (): TestDesks => {
  let server = createFakeServer()
  let desks: TestDesk[] = []
  let erased = 0
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] })
    server = createFakeServer()
    erased = 0
  })
  afterEach(async () => {
    for (const { agent } of desks) await agent.stop()
    for (const { disk } of desks) disk.remove()
    desks = []
    vi.useRealTimers()
  })
  const eraseNothing = () => {
    erased += 1
    return Promise.resolve()
  }
  const agentOf = (store: Store, erase = eraseNothing, random = 0) =>
    createSyncAgent({
      store,
      now: () => Date.now(),
      random: () => random,
      appVersion: '0',
      erase,
      clock: machineClock,
      fetch: server.fetch,
    })
  const deskOf = (disk: TestStore, random = 0): TestDesk => {
    const desk = { disk, agent: agentOf(disk.store, eraseNothing, random) }
    desks.push(desk)
    return desk
  }
  const applied = () => server.log.filter(({ verdict }) => verdict === 'applied')
  return {
    get server() {
      return server
    },
    get erased() {
      return erased
    },
    agentOf,
    applied,
    newDesk: (deviceNo = 'W03', random = 0) => {
      const disk = openTestStore({ device: null })
      enrolStore(disk.store, server, deviceNo)
      return deskOf(disk, random)
    },
    openCopy: (dir, key) => deskOf(openTestStore({ dir, key, device: null })),
    expectOnce: (all, ops) => {
      expect([...idsOf(applied())].sort()).toEqual([...ops].sort())
      for (const { disk } of all) {
        expect(disk.store.verify().problems).toEqual([])
        expect(disk.store.read.sync.countAttention()).toBe(0)
        expect(disk.store.read.sync.countWaiting()).toBe(0)
        expect(disk.store.read.sync.cursor(center).head).toBe(server.center.headAt(server.log.length))
      }
    },
  }
}

/** Lets the faked clock run, and the real work between its ticks, until `met`; at most ten faked minutes. */
export const clockUntil = async (met: () => boolean): Promise<void> => {
  for (let ticks = 0; ticks < 2400 && !met(); ticks++) {
    await vi.advanceTimersByTimeAsync(250)
    await new Promise((resolve) => setImmediate(resolve))
  }
  expect(met()).toBe(true)
}

/** One exchange after the other, as its timer would have them, until all is well. */
export const settle = async ({ agent }: TestDesk): Promise<SyncStatus> => {
  for (let n = 0; n < 6; n++) {
    const status = await agent.now()
    if (status.state === 'idle' && status.waiting === 0) return status
  }
  return agent.status()
}

/** So long that the next exchange says hello again. */
export const later = () => vi.advanceTimersByTimeAsync(600_000)

/** Takes in cases and answers their ids. */
export const acts = ({ disk }: TestDesk, n: number, on = '2026-09-28'): string[] =>
  Array.from({ length: n }, () => takeIn(disk.store, 'staff-1', day(on)))

export const idsOf = (texts: readonly { readonly canon: string }[]): readonly string[] =>
  texts.map(({ canon }) => operationOf(canon).op)

/** Id of the operation that took in a case. */
export const opOf = ({ disk }: TestDesk, entity: string): string => disk.store.read.log.ofEntity(entity)[0]?.op ?? ''

/** The files of a store as they are now, to be put back later. */
export const copyOf = ({ disk }: TestDesk): string => {
  const folder = mkdtempSync(join(tmpdir(), 'yichuang-copy-'))
  disk.store.close()
  cpSync(disk.dir, folder, { recursive: true })
  disk.reopen()
  return folder
}
