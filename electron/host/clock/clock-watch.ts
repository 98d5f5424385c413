import type { ToldTime } from '../../../db/attest/store-time.ts'
import { clockSlackMs } from '../../../domain/time-claim/time-claim.ts'

export interface ClockReading {
  readonly wall: number
  readonly uptime: number
  readonly boot: string | null
}

/**
 * SYN-71: by how many milliseconds the wall clock is ahead of what it must be (negative = behind), null within two minutes. What it must be
 * follows from the last time that the server vouched for, in the same run of the machine; in another run it can only be told that it is
 * behind that time; and what the clock showed at the start counts where the server has said nothing.
 */
export const clockOff = (
  now: ClockReading,
  told: Pick<ToldTime, 'at' | 'uptime' | 'boot'> | null,
  start: Pick<ClockReading, 'wall' | 'uptime'>,
): number | null => {
  if (told !== null && told.boot !== null && told.boot === now.boot && now.uptime >= told.uptime) {
    return beyondSlack(now.wall - (told.at + now.uptime - told.uptime))
  }
  const behind = told === null ? null : beyondSlack(Math.min(0, now.wall - told.at))
  return behind ?? beyondSlack(now.wall - (start.wall + now.uptime - start.uptime))
}

const beyondSlack = (off: number): number | null => (Math.abs(off) > clockSlackMs ? Math.round(off) : null)

export interface ClockWatch {
  readonly off: () => number | null
  /** Calls `listener` when the warning comes, goes or changes by a minute; returns the way to stop. */
  readonly subscribe: (listener: () => void) => () => void
  readonly stop: () => void
}

const everyMs = 5000

/** Looks at the clocks every few seconds, for as long as the host works. */
export const createClockWatch = (
  read: () => ClockReading,
  told: () => ToldTime | null,
  every: (ms: number, work: () => void) => () => void = interval,
): ClockWatch => {
  const start = read()
  const listeners = new Set<() => void>()
  const off = () => clockOff(read(), told(), start)
  const inMinutes = () => Math.round((off() ?? 0) / 60_000)
  let shown = inMinutes()
  const stop = every(everyMs, () => {
    const minutes = inMinutes()
    if (minutes === shown) return
    shown = minutes
    for (const listener of listeners) listener()
  })
  return {
    off,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    stop,
  }
}

const interval = (ms: number, work: () => void): (() => void) => {
  const timer = setInterval(work, ms)
  timer.unref()
  return () => clearInterval(timer)
}
