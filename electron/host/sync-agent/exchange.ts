import { randomUUID } from 'node:crypto'
import type { Store } from '../../../db/store.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { MachineClock } from '../clock/machine-clock.ts'
import { firstBatchLimit } from './batch-limit.ts'
import { deviceKeyOf } from './device-key.ts'
import { type NewsStream, openNewsStream } from './news-stream.ts'
import { learnCertificates } from './learn-certificates.ts'
import { leaseNumbers } from './lease-numbers.ts'
import { notingTime } from './note-time.ts'
import { pullApplications } from './pull-applications.ts'
import { pullFigures } from './pull-figures.ts'
import { pullNews } from './pull-news.ts'
import { pullProgress } from './pull-progress.ts'
import { pullPublished } from './pull-published.ts'
import { pushPending } from './push-pending.ts'
import { pushToIntake } from './push-to-intake.ts'
import { recollect } from './recollect.ts'
import { serverApi } from './server-api.ts'
import { parseServerUrl } from './server-url.ts'
import type { Memory } from './session.ts'
import { signOn } from './sign-on.ts'
import type { Timers } from './timers.ts'
import { type Trouble, trouble } from './trouble.ts'
import type { Access } from './blob-lane/access.ts'

export interface ExchangeDeps {
  readonly store: Store
  readonly fetcher: typeof fetch
  readonly now: () => number
  readonly appVersion: string
  readonly timers: Timers
  /** Absent = the times that the server vouches for are not kept. */
  readonly clock?: MachineClock | undefined
}

/** `handed_in`: the device is revoked, and the server holds all that it had. */
export type Exchanged = 'done' | 'handed_in'

export interface Exchange {
  /** Own operations out, news in. Resolves always; throws only what the local store throws. */
  readonly run: (signal: AbortSignal) => Promise<Result<Exchanged, Trouble>>
  /** The smallest question there is: whether the server answers at all. */
  readonly probe: (signal: AbortSignal) => Promise<Result<unknown, Trouble>>
  /** SYN-55: the server's word when there is something to read; null while there is no token to ask for it with. */
  readonly listen: (signal: AbortSignal, onHead: (head: number) => void) => NewsStream | null
  /** The token of now, for files; null while there is none. */
  readonly access: () => Access | null
  readonly memory: Readonly<Memory>
}

interface Token {
  readonly token: string
  readonly epoch: string
  readonly expiresAt: number
  /** Where the intake stands; null for a device that is not revoked. */
  readonly intake: number | null
}

/** A token is renewed this long before it ends, by this device's own clock, which may be wrong: a 401 renews it too. */
const spareMs = 30_000
/** One trouble is mended this often in an exchange; after that it waits for the next like any other. */
const mendings = 2

/** An exchange that remembers its token and batch size from one time to the next. */
export const createExchange = ({ store, fetcher, now, appVersion, timers, clock }: ExchangeDeps): Exchange => {
  const memory: Memory = {
    limit: firstBatchLimit,
    suspect: null,
    collecting: false,
    recovering: false,
    confirmed: 0,
    missing: new Set(),
    askedOf: new Set(),
  }
  let token: Token | null = null
  /** Its own history that this store lacks comes before what it sends, so that nothing delivered looks lost. */
  let pullFirst = false

  const attempt = async (signal: AbortSignal): Promise<Result<Exchanged, Trouble>> => {
    const device = store.read.meta.findDevice()
    const server = parseServerUrl(store.read.meta.find('server') ?? '')
    if (!server.ok) return err(trouble(server.error))
    if (device === null) return err(trouble('device_unknown'))
    const plainApi = serverApi(fetcher, server.value, signal, timers)
    const api = clock === undefined ? plainApi : notingTime(plainApi, store, clock)
    const parts = { store, api, key: deviceKeyOf(store), device, now, memory }
    if (token === null || token.expiresAt - spareMs < now()) {
      token = null
      const greeted = await signOn({ ...parts, appVersion })
      if (!greeted.ok) return greeted
      // Life counted on our own clock from now, whatever day the server's clock shows.
      const { expiresAt, serverTime, epoch, revoked, ack } = greeted.value
      const life = expiresAt - serverTime
      // It holds more than was confirmed here: reading it is shorter than sending it again, and this store may not have it any more.
      if (!revoked && ack > store.read.sync.position().ack) pullFirst = true
      token = { token: greeted.value.token, epoch, expiresAt: now() + life, intake: revoked ? ack : null }
    }
    const session = { ...parts, token: token.token, epoch: token.epoch }
    if (token.intake !== null) {
      const handed = await pushToIntake(session, token.intake)
      return handed.ok ? ok('handed_in') : handed
    }
    if (pullFirst) {
      const read = await pullNews(session)
      if (!read.ok) return read
      pullFirst = false
    }
    if (memory.collecting) {
      const brought = await recollect(session)
      if (!brought.ok) return brought
    }
    const pushed = await pushPending(session)
    const done = pushed.ok ? await pullNews(session) : pushed
    if (!done.ok) return done
    const learned = await learnCertificates(session)
    if (!learned.ok) return learned
    const told = await pullProgress(session)
    if (!told.ok) return told
    const given = await pullPublished(session)
    if (!given.ok) return given
    const waiting = await pullApplications(session)
    if (!waiting.ok) return waiting
    const counted = await pullFigures(session)
    if (!counted.ok) return counted
    memory.recovering = false
    await leaseNumbers(session, { fetcher, server: server.value, signal, timers })
    return ok('done')
  }

  /** SYN-14: what this device can mend by itself; true = the exchange may be tried again at once. */
  const mend = ({ code, position }: Trouble): boolean => {
    const hadToken = token !== null
    switch (code) {
      case 'token_invalid':
      case 'incarnation_unknown':
      case 'epoch_changed':
      case 'device_revoked':
        token = null
        return hadToken
      case 'fork':
      case 'chain_broken':
        token = null
        pullFirst = true
        memory.recovering = true
        memory.suspect = null
        store.transact((writer) => {
          // Seq 0: the server does not know the link that this incarnation continues.
          writer.sync.beginIncarnation(randomUUID(), position?.seq === 0 ? 'nothing' : 'own_ack')
        })
        return true
      default:
        return false
    }
  }

  return {
    memory,
    run: async (signal) => {
      const mended = new Map<string, number>()
      for (;;) {
        const done = await attempt(signal)
        if (done.ok) return done
        const times = mended.get(done.error.code) ?? 0
        mended.set(done.error.code, times + 1)
        if (times >= mendings || !mend(done.error)) return done
      }
    },
    probe: (signal) => {
      const server = parseServerUrl(store.read.meta.find('server') ?? '')
      return server.ok
        ? serverApi(fetcher, server.value, signal, timers).challenge()
        : Promise.resolve(err(trouble(server.error)))
    },
    access: () => {
      const server = parseServerUrl(store.read.meta.find('server') ?? '')
      if (!server.ok || token === null || token.expiresAt <= now()) return null
      return { server: server.value, token: token.token, epoch: token.epoch }
    },
    listen: (signal, onHead) => {
      const server = parseServerUrl(store.read.meta.find('server') ?? '')
      if (!server.ok || token === null || token.intake !== null) return null
      return openNewsStream({ fetcher, server: server.value, token: token.token, signal, onHead, timers })
    },
  }
}
