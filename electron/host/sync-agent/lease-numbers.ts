import { type LeaseInput, LeaseOutputSchema } from '../../../contract/lease.ts'
import { addDays, plainDateInShanghai, yearOf } from '../../../domain/plain-date.ts'
import { boundedRequest } from './bounded-request.ts'
import type { Timers } from './timers.ts'
import type { Session } from './session.ts'

/** Asked for again when fewer than half of a block are left, or it ends within so many days. */
const daysAhead = 20

export interface LeasePort {
  readonly fetcher: typeof fetch
  readonly server: string
  readonly signal: AbortSignal
  readonly timers: Timers
}

/**
 * SYN-74: asks for the blocks of numbers that the center wants used and that run short here, one question a series. Without an answer the
 * device goes on with its own numbers, and asks again after the next exchange.
 */
export const leaseNumbers = async (session: Session, port: LeasePort): Promise<void> => {
  const { store, device, now } = session
  const running = store.read.reference.findCenter()?.runningNumbers
  if (running === undefined) return
  const today = plainDateInShanghai(now())
  const year = yearOf(today)
  for (const mark of running.series) {
    const series = { center: device.center, series: mark, year }
    const { left, last, leftOfLast, expiresOn } = store.read.numbers.series(series, today)
    const isShort = left * 2 < running.block
    const endsSoon = expiresOn === null || expiresOn < addDays(today, daysAhead)
    if (!isShort && !endsSoon) continue
    // A block that is short is followed by another one; one that only ends goes on.
    const leftToKeep = isShort && expiresOn !== null ? 0 : leftOfLast
    const answer = await ask(session, port, { series: mark, year, count: running.block, after: last, left: leftToKeep })
    if (!answer.ok) return
    const { block } = answer.value
    if (block !== null) store.transact((writer) => writer.numbers.put(series, block))
  }
}

const ask = ({ token }: Session, { fetcher, server, signal, timers }: LeasePort, body: LeaseInput) =>
  boundedRequest(fetcher, {
    timeoutMs: 15_000,
    maxAnswerBytes: 4096,
    method: 'POST',
    url: `${server}/sync/v1/lease`,
    token,
    body,
    answer: LeaseOutputSchema,
    signal,
    timers,
  })
