import type { HostToShell, ShellToHost, StoreFailureCode } from '../../../contract/host-process.ts'
import type { HostState } from '../../../contract/shell.ts'
import type { ChooseFile } from '../choose-file.ts'
import type { OsKeyStore } from '../keys/os-key-store.ts'
import type { RestartPolicy } from './restart-policy.ts'
import { nextRestart } from './restart-policy.ts'

/** A running host process; `Port` is what a page's connection travels in. */
export type HostChild<Port> = {
  readonly send: (message: ShellToHost, ports?: readonly Port[]) => void
  readonly kill: () => void
}

export type HostChildEvents = {
  readonly onMessage: (message: HostToShell) => void
  readonly onExit: () => void
}

export type HostFailure = { readonly code: StoreFailureCode | 'host_lost'; readonly detail: string }

export type HostSupervisorDeps<Port> = {
  readonly fork: (events: HostChildEvents) => HostChild<Port>
  /** What the host is opened with, without the passphrase: that is kept by the supervisor only. */
  readonly open: Omit<Extract<ShellToHost, { type: 'open' }>, 'type' | 'osKeyStore' | 'passphrase'>
  readonly keys: OsKeyStore
  /** Lets the person at the desk choose a file (SHL-17). */
  readonly chooseFile: ChooseFile
  readonly policy: RestartPolicy
  readonly now: () => number
  /** Calls back after that many milliseconds; answers with a way to forget it. */
  readonly after: (ms: number, work: () => void) => () => void
  readonly onState: (state: HostState, restarts: number) => void
  /** The host makes a damaged store again before it is ready. */
  readonly onRebuild: (progress: { readonly done: number; readonly total: number }) => void
  /** The host cannot be used: the store does not open, or the process keeps dying. */
  readonly onFailure: (failure: HostFailure) => void
}

/** As what a page is served. */
export type Served = Extract<ShellToHost, { type: 'connect' }>['to']

export type HostSupervisor<Port> = {
  readonly start: (passphrase: string | null) => void
  /** Gives a page's port to the host, as soon as it is ready. */
  readonly connect: (port: Port, to: Served) => void
  state(): { readonly state: HostState; readonly restarts: number }
  /** Lets the host finish and end; resolves at the latest after `stopTimeoutMs`. */
  readonly stop: () => Promise<void>
}

/** How long a store may be held by the dying host of an application that was killed a moment ago. */
const inUseTries = 20
const inUseDelayMs = 250
export const stopTimeoutMs = 10_000
/** How long a host that has said `stopped` may take to be gone. */
export const endTimeoutMs = 1_000

/** Starts the host process, keeps it alive within `policy`, answers its questions for the key store (SHL-13, SHL-14). */
export const createHostSupervisor = <Port>(deps: HostSupervisorDeps<Port>): HostSupervisor<Port> => {
  let child: HostChild<Port> | null = null
  let state: HostState = 'starting'
  let restarts = 0
  let deaths: readonly number[] = []
  let waiting: readonly { readonly port: Port; readonly to: Served }[] = []
  let passphrase: string | null = null
  let inUse = 0
  let forgetTimer: () => void = () => undefined
  let onStopped: (() => void) | null = null

  const change = (next: HostState): void => {
    state = next
    deps.onState(state, restarts)
  }

  const run = (): void => {
    const mine = deps.fork({
      onMessage: (message) => {
        if (child === mine) hear(mine, message)
      },
      onExit: () => {
        if (child === mine) died()
      },
    })
    child = mine
    void deps.keys.isAvailable().then((osKeyStore) => {
      if (child === mine) mine.send({ type: 'open', ...deps.open, osKeyStore, passphrase })
    })
  }

  const hear = (from: HostChild<Port>, message: HostToShell): void => {
    switch (message.type) {
      case 'ready':
        inUse = 0
        for (const { port, to } of waiting) from.send({ type: 'connect', to }, [port])
        waiting = []
        return change('ready')
      case 'rebuilding':
        return deps.onRebuild({ done: message.done, total: message.total })
      case 'failed':
        drop(from)
        if (message.code === 'in_use' && inUse < inUseTries) {
          inUse += 1
          forgetTimer = deps.after(inUseDelayMs, run)
          return
        }
        return fail({ code: message.code, detail: message.detail })
      case 'wrap':
      case 'unwrap': {
        const { id } = message
        void deps.keys[message.type](message.value).then((value) => {
          if (child === from) from.send({ type: 'key', id, value })
        })
        return
      }
      case 'choose': {
        const { id } = message
        const answer = (path: string | null): void => {
          if (child === from) from.send({ type: 'chosen', id, path })
        }
        void deps.chooseFile(message.purpose, message.name).then(answer, () => answer(null))
        return
      }
      case 'stopped':
        // It ends by itself now; leaving it behind half ended is what Electron's own end sometimes crashes on.
        forgetTimer = deps.after(endTimeoutMs, () => {
          if (child === from) drop(from)
          onStopped?.()
        })
        return
      default:
        message satisfies never
    }
  }

  const drop = (dead: HostChild<Port>): void => {
    child = null
    dead.kill()
  }

  const died = (): void => {
    child = null
    if (onStopped !== null) {
      forgetTimer()
      return onStopped()
    }
    deaths = [...deaths, deps.now()]
    const delay = nextRestart(deps.policy, deaths)
    if (delay === null) return fail({ code: 'host_lost', detail: `died ${deaths.length} times` })
    restarts += 1
    change('restarting')
    forgetTimer = deps.after(delay, run)
  }

  const fail = (failure: HostFailure): void => {
    inUse = 0
    waiting = []
    change('failed')
    deps.onFailure(failure)
  }

  return {
    start: (typed) => {
      forgetTimer()
      if (child !== null) drop(child)
      passphrase = typed
      deaths = []
      change('starting')
      run()
    },
    connect: (port, to) => {
      if (state === 'ready' && child !== null) child.send({ type: 'connect', to }, [port])
      else if (state !== 'failed') waiting = [...waiting, { port, to }]
    },
    state: () => ({ state, restarts }),
    stop: () =>
      new Promise((resolve) => {
        forgetTimer()
        if (child === null) return resolve()
        const running = child
        const forgetKill = deps.after(stopTimeoutMs, () => {
          drop(running)
          resolve()
        })
        onStopped = () => {
          forgetKill()
          resolve()
        }
        running.send({ type: 'stop' })
      }),
  }
}
