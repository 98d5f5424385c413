import type { SyncReport, SyncStatus } from '../../../contract/queries/sync-status.ts'
import type { MachineClock } from '../clock/machine-clock.ts'
import type { Store } from '../../../db/store.ts'
import { type Result, err } from '../../../domain/result.ts'
import type { BlobFiles } from '../../../db/blobs/files.ts'
import { listeningDelay, pollDelay, retryDelay, returnDelay } from './backoff.ts'
import { type EnrolRefusal, enrolDevice } from './enrol-device.ts'
import { type Exchanged, createExchange } from './exchange.ts'
import { type BlobLane, createBlobLane } from './blob-lane/blob-lane.ts'
import { type Downloaded, type WantedFile, downloadBlob } from './blob-lane/download-blob.ts'
import { createRate, etaSeconds } from './rate.ts'
import type { NewsStream } from './news-stream.ts'
import { type Timers, platformTimers } from './timers.ts'
import { nothingUnderWay, runningNumbers, stateOf } from './status-parts.ts'
import { type Trouble, isFinal, isOutage, trouble } from './trouble.ts'

export interface SyncAgentDeps {
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: () => number
  /** In [0, 1). */
  readonly random: () => number
  readonly appVersion: string
  /**
   * Makes what this device keeps unreadable for ever, when it is revoked and the server holds all of it. Called again at the next exchange
   * when it fails.
   */
  readonly erase: () => Promise<void>
  /** Hears what the store, or a bug, threw in the middle of an exchange. */
  readonly failed?: (error: unknown) => void
  /** The platform's; a test puts its own network in. */
  readonly fetch?: typeof fetch
  /** The same for waiting. */
  readonly timers?: Timers
  /** Clocks that nobody can set, to keep the server's time by (SYN-68). */
  readonly clock?: MachineClock
  /** Attached files (ATT-3); absent = there are none. */
  readonly attachments?: {
    readonly files: BlobFiles
    /** Records in the case that the file is in. */
    readonly tell: (caseId: string, blob: string) => void
  }
  /** Whether it listens for the server's word when there is news (SYN-55), beside asking for it. */
  readonly listens?: boolean
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
  /** Resolves when no file is on its way any more; true = none waits that could be brought. */
  readonly filesSent: () => Promise<boolean>
  /** The file that goes just now, with the bytes that the center has of it. */
  readonly fileUnderWay: BlobLane['underWay']
  /** Fetches a file that another window attached; it is in the files then. */
  readonly fetchFile: (file: WantedFile) => Promise<Downloaded>
  /** Calls back whenever `status` may have changed; returns the way to stop. */
  readonly onChange: (listener: () => void) => () => void
}

/** Pause between a commit and its push, so that a save is answered before the network gets the processor. */
const wakeMs = 50

/**
 * The one owner of everything that talks to the server. There is one timer: after every exchange, however it ended, the next is set
 * (SYN-21), so nothing waits for a person; only a final refusal (SYN-22) stops it, until `now` or the next start, and the end of a revoked
 * device for good.
 */
export const createSyncAgent = (deps: SyncAgentDeps): SyncAgent => {
  const { store } = deps
  const fetcher = deps.fetch ?? fetch
  const timers = deps.timers ?? platformTimers
  const exchange = createExchange({
    store,
    fetcher,
    now: deps.now,
    appVersion: deps.appVersion,
    timers,
    clock: deps.clock,
  })
  const listeners = new Set<() => void>()
  const stopping = new AbortController()
  let callOff: (() => void) | null = null
  let nextTryAt: number | null = null
  let running: Promise<void> | null = null
  let failures = 0
  /** Failures in a row in which the server was away. */
  let away = 0
  /** The device is revoked, and all it had is handed in: from then on nothing of its store is asked. */
  let ended = false
  let erased = false
  let reached = false
  let refused = false
  let started = false
  /** A person asks for this exchange: it waits for nothing. */
  let asked = false
  let lastError: SyncStatus['lastError'] = null
  let lastContactAt = numberOrNull(store.read.meta.find('last_contact_at'))

  /** Its device is going to be erased: files go while the exchange waits for them. */
  let handingIn = false
  const lane: BlobLane | null =
    deps.attachments === undefined
      ? null
      : createBlobLane({
          store,
          fetcher,
          timers,
          now: deps.now,
          files: deps.attachments.files,
          tell: (caseId, blob) => {
            // What would be recorded now, nobody would hear of.
            if (!handingIn) deps.attachments?.tell(caseId, blob)
          },
          access: exchange.access,
          turn: async () => {
            if (running !== null && !handingIn) await running
          },
          signal: stopping.signal,
          onMove: () => tell(),
        })

  const tell = () => {
    for (const listener of listeners) {
      try {
        listener()
      } catch {
        // A listener's failure is its own; sync goes on.
      }
    }
  }
  const rate = createRate(deps.now)
  // Nothing of an erased store may be asked.
  const isEnrolled = () => !ended && store.read.meta.findDevice() !== null && store.read.meta.find('server') !== null

  const setTimer = (delayMs: number) => {
    clearTimer()
    if (!started || stopping.signal.aborted) return
    nextTryAt = deps.now() + delayMs
    callOff = timers.after(delayMs, () => {
      void run()
    })
  }
  const clearTimer = () => {
    callOff?.()
    callOff = null
    nextTryAt = null
  }

  const wake = (delayMs = wakeMs) => {
    if (nextTryAt === null || nextTryAt > deps.now() + delayMs) setTimer(delayMs)
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
    if (ended) {
      await endDevice()
      return
    }
    if (await isBackFromOutage()) return
    const begun = standing()
    const result = await tryExchange()
    if (stopping.signal.aborted) return
    noteContact(begun, result.ok ? null : result.error.code)
    if (result.ok && result.value === 'handed_in') {
      handingIn = true
      const isAll = (await lane?.run()) ?? true
      if (stopping.signal.aborted) return
      if (isAll) await endDevice()
      else fail(trouble('unreachable'))
      return
    }
    if (result.ok) {
      failures = 0
      away = 0
      reached = true
      lastError = null
      lastContactAt = deps.now()
      listen()
      // Beside everything else: a file may take an hour, and nothing waits for it.
      void lane?.run().then(tell)
      setTimer(store.read.sync.countWaiting() > 0 ? 0 : restDelay())
      return
    }
    fail(result.error)
  }

  /** What is counted before and after an exchange, to say what it moved. */
  const standing = () => {
    const device = store.read.meta.findDevice()
    return {
      at: deps.now(),
      sent: exchange.memory.confirmed,
      cseq: device === null ? 0 : store.read.sync.cursor(device.center).cseq,
    }
  }
  /** SYN-117. Nothing hangs on it: a store that cannot write says so elsewhere. */
  const noteContact = (begun: ReturnType<typeof standing>, code: string | null): void => {
    try {
      const end = standing()
      const sent = Math.max(0, end.sent - begun.sent)
      // What was just confirmed is among the commits that were read.
      const got = Math.max(0, end.cseq - begun.cseq - sent)
      store.transact((writer) => writer.contacts.note({ beganAt: begun.at, endedAt: end.at, sent, got, code }))
    } catch {
      // As said above.
    }
  }

  let stream: NewsStream | null = null
  let listenAgainAt = 0
  /** One stream at a time; one that ends is opened again after an exchange, at a moment of this device's own. */
  const listen = (): void => {
    if (deps.listens !== true || !started || stream !== null || deps.now() < listenAgainAt) return
    const opened = exchange.listen(stopping.signal, (head) => {
      const device = ended ? null : store.read.meta.findDevice()
      if (device === null || running !== null || refused || failures > 0) return
      if (head > store.read.sync.cursor(device.center).cseq) wake(Math.round(spreadMs * deps.random()))
    })
    if (opened === null) return
    stream = opened
    void opened.ended.then(() => {
      stream = null
      if (stopping.signal.aborted) return
      listenAgainAt = deps.now() + returnDelay(deps.random())
      // From here on nobody calls: the next look must not be as far off as that.
      if (running === null && !refused && failures === 0 && isEnrolled()) wake(pollDelay(deps.random()))
    })
  }
  const restDelay = () => (stream?.isLive() === true ? listeningDelay : pollDelay)(deps.random())

  const fail = ({ code, retryAfterMs }: Trouble): void => {
    failures += 1
    away = isOutage(code) ? away + 1 : 0
    reached = false
    lastError = { code, at: deps.now() }
    refused = isFinal(code)
    if (!refused) setTimer(retryDelay(failures, retryAfterMs, deps.random()))
  }

  /**
   * After an outage the smallest question goes first. The server that answers it again has every device of the city before it, so this one
   * comes at a moment of its own within the next minute.
   */
  const isBackFromOutage = async (): Promise<boolean> => {
    if (away < outage || asked) return false
    const probed = await exchange.probe(stopping.signal)
    if (stopping.signal.aborted) return true
    if (!probed.ok) fail(probed.error)
    else {
      away = 0
      setTimer(returnDelay(deps.random()))
    }
    return true
  }

  const endDevice = async (): Promise<void> => {
    ended = true
    if (erased) return
    try {
      await deps.erase()
      erased = true
      lastError = null
    } catch {
      fail(trouble('local_store_failed'))
    }
  }

  const tryExchange = async (): Promise<Result<Exchanged, Trouble>> => {
    try {
      return await exchange.run(stopping.signal)
    } catch (error) {
      if (!stopping.signal.aborted) deps.failed?.(error)
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
      if (stopping.signal.aborted || ended) return
      // An exchange under way looks for more at its end. While the server is away its timer decides: a save must not make the line busier.
      if (running === null && !refused && failures === 0 && isEnrolled() && store.read.sync.countWaiting() > 0) wake()
      tell()
    })
  }
  const unsubscribe = store.subscribe((topics) => {
    rate.note(exchange.memory.confirmed)
    if (topics.has('sync') || topics.has('cases')) lookSoon()
  })

  const status = (): SyncStatus => {
    if (ended) return { ...nothingUnderWay, state: 'revoked', lastContactAt, lastError }
    const { collecting, recovering, missing } = exchange.memory
    const waiting = store.read.sync.countWaiting()
    const left = collecting ? waiting + store.read.sync.countOrphans() : recovering ? waiting : 0
    const perMinute = rate.perMinute()
    return {
      state: stateOf({
        enrolled: isEnrolled(),
        refused,
        reached,
        recollecting: left > 0 && failures === 0,
        sending: running !== null && waiting > 0 && failures === 0,
      }),
      waiting,
      unconfirmed: store.read.sync.countUnconfirmed(),
      left,
      perMinute,
      etaSeconds: etaSeconds(Math.max(waiting, left), perMinute),
      attention: store.read.sync.countAttention(),
      files: {
        ...store.read.blobs.countWaiting(store.read.meta.find('epoch') ?? ''),
        refused: store.read.blobs.countRefused(),
      },
      lastContactAt,
      lastError,
      nextTryAt,
      clockOffMs: null,
      ...(missing.size === 0 ? {} : { missing: [...missing] }),
    }
  }

  const now = async (): Promise<SyncStatus> => {
    if (running !== null) await running
    if ((isEnrolled() || (ended && !erased)) && !stopping.signal.aborted) {
      asked = true
      await run().finally(() => {
        asked = false
      })
    }
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
      await lane?.run()
      await stream?.ended
    },
    status,
    report: () =>
      ended
        ? { status: status(), server: null, numbers: [], waiting: [], attention: [] }
        : {
            status: status(),
            server: store.read.meta.find('server'),
            numbers: [...runningNumbers(store, deps.now())],
            waiting: [...store.read.sync.waiting(reportRows)],
            attention: [...store.read.sync.attention(reportRows)],
          },
    now,
    enrol: async (input) => {
      const enrolled = await enrolDevice(store, fetcher, input, stopping.signal, timers)
      if (enrolled.ok) await now()
      return enrolled
    },
    filesSent: async () => {
      // Within an exchange it begins behind it.
      if (running !== null) await running
      return (await lane?.run()) ?? true
    },
    fileUnderWay: () => lane?.underWay() ?? null,
    fetchFile: async (file) => {
      const { attachments } = deps
      if (attachments === undefined || !isEnrolled()) return 'not_in'
      if (exchange.access() === null) await run()
      const access = exchange.access()
      if (access === null) return 'broken'
      const got = await downloadBlob({ ...attachments, fetcher, timers, signal: stopping.signal }, access, file)
      if (got !== 'here' || ended) return got
      store.transact((writer) => {
        writer.blobs.add(file, deps.now())
        writer.blobs.sent(file.id, access.epoch)
      })
      return got
    },
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const reportRows = 200

/** Everybody in the hall hears the same word at once; each asks at a moment of its own. */
const spreadMs = 500

/** So many failures in a row are an outage, which other devices meet too. */
const outage = 3

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text))
