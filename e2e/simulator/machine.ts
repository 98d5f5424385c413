import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestStore, openTestStore } from '../../db/_testing.ts'
import type { Store } from '../../db/store.ts'
import type { TransactionStep } from '../../db/transact.ts'
import { type SyncAgent, createSyncAgent } from '../../electron/host/sync-agent/agent.ts'
import type { Link } from './network.ts'
import type { Random } from './random.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** The power is gone: what runs ends here, and only the disk stays. */
export class PowerCut extends Error {}

/** A computer with its disk. A clone is another one with the same identity. */
export interface Machine {
  readonly name: string
  readonly deviceNo: string
  readonly store: Store
  readonly agent: SyncAgent
  /** Milliseconds that its wall clock is off. */
  clockOff: number
  isOnline: boolean
  /** `lost`: the disk is no more. `erased`: revoked, and all handed in. `retired`: a copy that nobody uses any more. */
  readonly state: 'works' | 'lost' | 'erased' | 'retired'
  readonly wall: () => number
  readonly monotonic: () => number
  /** Lets the power go out at the n-th moment from now at which a transaction reaches `step`. */
  readonly armFuse: (step: TransactionStep, times: number) => void
  /** The fuse has blown, and the machine waits to be started. */
  readonly isDown: () => boolean
  /** Ends the process at once, as it is, and opens what the disk has. */
  readonly restart: (how: 'killed' | 'switched off') => Promise<void>
  /** A copy of the disk as it is now, in a folder of its own. */
  readonly image: () => string
  /** Takes the power away and puts another disk in. */
  readonly replaceDisk: (image: string) => Promise<void>
  readonly startAgent: () => void
  readonly end: (state: 'lost' | 'retired') => Promise<void>
  readonly close: () => Promise<void>
}

export interface MachineDeps {
  readonly name: string
  readonly deviceNo: string
  readonly clock: VirtualClock
  readonly startWall: number
  readonly random: Random
  readonly folder: string
  readonly key: Uint8Array
  readonly networkOf: (link: Link) => typeof fetch
  /** The device is about to make its store unreadable. */
  readonly beforeErase: (machine: Machine) => void
  /** A disk to begin with; an empty one when not given. */
  readonly disk?: string
}

export const makeFolder = (): string =>
  mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'yichuang-sim-'))

export const createMachine = (deps: MachineDeps): Machine => {
  const { clock, folder, key, name } = deps
  let images = 0
  let life = 0
  let state: Machine['state'] = 'works'
  let fuse: { step: TransactionStep; times: number } | null = null
  let leftBehind: string | null = null

  const nextFolder = () => {
    images += 1
    return join(folder, `${name}-${images}`)
  }
  const image = (): string => {
    const to = nextFolder()
    cpSync(disk.dir, to, { recursive: true })
    return to
  }
  const reach = (step: TransactionStep) => {
    if (leftBehind !== null) throw new PowerCut()
    if (fuse?.step !== step) return
    fuse.times -= 1
    if (fuse.times > 0) return
    fuse = null
    leftBehind = image()
    throw new PowerCut()
  }
  /** Which run of the machine this is: a process that is killed ends none. */
  let run = 1
  const open = (dir: string): TestStore => {
    const opened = openTestStore({ dir, key, device: null, now: wall, reach })
    opened.store.time.begin(run.toString(16).padStart(12, '0'))
    return opened
  }
  const wall = () => deps.startWall + clock.now() + machine.clockOff
  const monotonic = () => Math.floor(clock.now())

  const agentOf = (store: Store): SyncAgent => {
    life += 1
    const mine = life
    const isAlive = () => mine === life && state === 'works' && leftBehind === null
    return createSyncAgent({
      store,
      now: wall,
      random: deps.random.next,
      appVersion: '0',
      clock: { monotonic, uptime: monotonic },
      fetch: deps.networkOf({ machine: name, isOnline: () => machine.isOnline, isAlive }),
      timers: { after: (ms, work) => clock.after(ms, () => (isAlive() ? work() : undefined)) },
      erase: () => {
        deps.beforeErase(machine)
        state = 'erased'
        return Promise.resolve()
      },
    })
  }
  /** Nothing of the process acts after this, and nothing of it has touched the image. */
  const endProcess = async (): Promise<void> => {
    life += 1
    void agent.stop()
    await clock.settle()
    const { dir } = disk
    disk.store.close()
    rmSync(dir, { recursive: true, force: true })
    fuse = null
  }
  const start = (dir: string) => {
    leftBehind = null
    disk = open(dir)
    agent = agentOf(disk.store)
  }

  const machine: Machine = {
    name,
    deviceNo: deps.deviceNo,
    clockOff: 0,
    isOnline: true,
    get store() {
      return disk.store
    },
    get agent() {
      return agent
    },
    get state() {
      return state
    },
    wall,
    monotonic,
    armFuse: (step, times) => {
      fuse = { step, times }
    },
    isDown: () => leftBehind !== null,
    image,
    restart: async (how) => {
      if (how === 'switched off') {
        await agent.stop()
        disk.store.close()
        run += 1
      }
      const next = leftBehind ?? image()
      await endProcess()
      start(next)
    },
    replaceDisk: async (other) => {
      const next = nextFolder()
      cpSync(other, next, { recursive: true })
      await endProcess()
      start(next)
    },
    startAgent: () => agent.start(),
    end: async (how) => {
      state = how
      await endProcess()
    },
    close: async () => {
      if (state === 'works' || state === 'erased') await endProcess()
    },
  }
  let disk = open(deps.disk ?? nextFolder())
  let agent = agentOf(disk.store)
  return machine
}
