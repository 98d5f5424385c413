import type { SyncReport, SyncStatus } from '../../../contract/queries/sync-status.ts'
import type { Store } from '../../../db/store.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { pollDelay, retryDelay } from './backoff.ts'
import { type EnrolRefusal, enrolDevice } from './enrol-device.ts'
import { createExchange } from './exchange.ts'
import { type Trouble, isFinal, trouble } from './trouble.ts'

export interface SyncAgentDeps {
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: () => number
  /** In [0, 1). */
  readonly random: () => number
  readonly appVersion: string
  /** The platform's; a test puts its own network in. */
  readonly fetch?: typeof fetch
}

export interface SyncAgent {
  /** Begins to sync by itself; without enrolment it waits for one. */
  readonly start: () => void
  /** Breaks off what is under way and never acts again. Resolves when nothing touches the store any more. */
  readonly stop: () => Promise<void>
  readonly status: () => SyncStatus
  readonly report: () => SyncReport
  /** One exchange at once, also after a refusal; settles when it is over, however it went. */
  readonly now: () => Promise<SyncStatus>
  /** Makes this store a device of the server's center, and fetches what the center has. */
  readonly enrol: (input: { readonly server: string; readonly code: string }) => Promise<Result<null, EnrolRefusal>>
  /** Calls back whenever `status` may have changed; returns the way to stop. */
  readonly onChange: (listener: () => void) => () => void
}

/** Pause between a commit and its push, so that a save is answered before the network gets the processor. */
const wakeMs = 50

/**
 * The one owner of everything that talks to the server. There is one timer: after every exchange, however it ended, the next is set
 * (SYN-21), so nothing waits for a person; only a final refusal (SYN-22) stops it, until `now` or the next start.
 */
export const createSyncAgent = (deps: SyncAgentDeps): SyncAgent => {
  const { store } = deps
  const fetcher = deps.fetch ?? fetch
  const exchange = createExchange({ store, fetcher, now: deps.now, appVersion: deps.appVersion })
  const listeners = new Set<() => void>()
  const stopping = new AbortController()
  let timer: ReturnType<typeof setTimeout> | null = null
  let nextTryAt: number | null = null
  let running: Promise<void> | null = null
  let failures = 0
  let reached = false
  let refused = false
  let started = false
  let lastError: SyncStatus['lastError'] = null
  let lastContactAt = numberOrNull(store.read.meta.find('last_contact_at'))

  const tell = () => {
    for (const listener of listeners) {
      try {
        listener()
      } catch {
        // A listener's failure is its own; sync goes on.
      }
    }
  }
  const isEnrolled = () => store.read.meta.findDevice() !== null && store.read.meta.find('server') !== null

  const setTimer = (delayMs: number) => {
    clearTimer()
    if (!started || stopping.signal.aborted) return
    nextTryAt = deps.now() + delayMs
    timer = setTimeout(() => {
      void run()
    }, delayMs)
  }
  const clearTimer = () => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    nextTryAt = null
  }

  const wake = () => {
    if (nextTryAt === null || nextTryAt > deps.now() + wakeMs) setTimer(wakeMs)
  }

  const run = (): Promise<void> => {
    clearTimer()
    running ??= Promise.resolve()
      .then(attempt)
      .finally(() => {
        running = null
        tell()
      })
    return running
  }

  /** Never throws, and leaves the timer set or `refused` true. */
  const attempt = async (): Promise<void> => {
    refused = false
    tell()
    const result = await tryExchange()
    if (stopping.signal.aborted) return
    if (result.ok) {
      failures = 0
      reached = true
      lastError = null
      lastContactAt = deps.now()
      setTimer(result.value.more ? 0 : pollDelay(deps.random()))
      return
    }
    failures += 1
    reached = false
    lastError = { code: result.error.code, at: deps.now() }
    refused = isFinal(result.error.code)
    if (!refused) setTimer(retryDelay(failures, result.error.retryAfterMs, deps.random()))
  }

  const tryExchange = async (): Promise<Result<{ readonly more: boolean }, Trouble>> => {
    try {
      const done = await exchange(stopping.signal)
      return done.ok ? ok({ more: store.read.sync.countWaiting() > 0 }) : done
    } catch {
      // A full disk or a file in use may be free again in a minute: the timer goes on.
      return err(trouble('local_store_failed'))
    }
  }

  /** Looks at what a commit left to send. Once for many commits, and after the person who saved has his answer. */
  let looking = false
  const lookSoon = () => {
    if (looking) return
    looking = true
    setImmediate(() => {
      looking = false
      if (stopping.signal.aborted) return
      // An exchange under way looks for more at its end. While the server is away its timer decides: a save must not make the line busier.
      if (running === null && !refused && failures === 0 && isEnrolled() && store.read.sync.countWaiting() > 0) wake()
      tell()
    })
  }
  const unsubscribe = store.subscribe((topics) => {
    if (topics.has('sync') || topics.has('cases')) lookSoon()
  })

  const status = (): SyncStatus => {
    const waiting = store.read.sync.countWaiting()
    return {
      state: stateOf({
        enrolled: isEnrolled(),
        refused,
        reached,
        sending: running !== null && waiting > 0 && failures === 0,
      }),
      waiting,
      attention: store.read.sync.countAttention(),
      lastContactAt,
      lastError,
      nextTryAt,
    }
  }

  const now = async (): Promise<SyncStatus> => {
    if (running !== null) await running
    if (isEnrolled() && !stopping.signal.aborted) await run()
    return status()
  }

  return {
    start: () => {
      started = true
      if (isEnrolled()) setTimer(Math.round(wakeMs + 1000 * deps.random()))
    },
    stop: async () => {
      stopping.abort()
      clearTimer()
      unsubscribe()
      listeners.clear()
      await running
    },
    status,
    report: () => ({
      status: status(),
      server: store.read.meta.find('server'),
      waiting: [...store.read.sync.waiting(reportRows)],
      attention: [...store.read.sync.attention(reportRows)],
    }),
    now,
    enrol: async (input) => {
      const enrolled = await enrolDevice(store, fetcher, input, stopping.signal)
      if (enrolled.ok) await now()
      return enrolled
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const reportRows = 200

const stateOf = (facts: {
  readonly enrolled: boolean
  readonly refused: boolean
  readonly reached: boolean
  readonly sending: boolean
}): SyncStatus['state'] => {
  if (!facts.enrolled) return 'not_enrolled'
  if (facts.refused) return 'refused'
  if (facts.sending) return 'sending'
  return facts.reached ? 'idle' : 'offline'
}

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text))
