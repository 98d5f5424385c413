import { type PlainDate, plainDateInShanghai } from '../plain-date.ts'

/**
 * What can be said of the legal day of an operation. `attested`: it lies between the last proved time and the arrival. `unattested`: nothing
 * proves that it is not too early, which is so before the first word of the server and with older programs. `disputed`: it cannot be true.
 */
export const timeClaims = ['attested', 'unattested', 'disputed'] as const
export type TimeClaim = (typeof timeClaims)[number]

/** How far a clock may be off before anybody is told: the clocks of sound machines differ by seconds, and a day counts, not a second. */
export const clockSlackMs = 2 * 60_000

/** A time that the server has vouched for, and what passed since by a clock that nobody can set. */
export interface Attested {
  readonly at: number
  /** Null when the machine was started anew since: then it is not known how long ago that was. */
  readonly elapsed: number | null
}

/** What a device says of the time of an operation. */
export interface TimeFacts {
  /** Its wall clock, epoch milliseconds. */
  readonly wall: number
  /** The legal day that it wrote down; null = it wrote none. */
  readonly day: PlainDate | null
  /** Null when it had no word of the server that is proved to be the server's. */
  readonly attested: Attested | null
}

export interface TimeRuling {
  readonly claim: TimeClaim
  /** First day that it can have been; null = unknown. */
  readonly earliest: PlainDate | null
  /** The day it came: later it cannot have been. */
  readonly latest: PlainDate
}

/**
 * CLK-25: the legal day of an operation is never after its arrival and never before the last proved time, or it is disputed. Where only one
 * day is possible and the operation names it, nothing is disputed whatever the clock of the device shows.
 */
export const judgeTime = ({ wall, day, attested }: TimeFacts, receivedAt: number): TimeRuling => {
  const floor = provedFloor(attested, receivedAt)
  const latest = plainDateInShanghai(receivedAt)
  const earliest = floor === null ? null : plainDateInShanghai(floor)
  const ruled = (claim: TimeClaim): TimeRuling => ({ claim, earliest, latest })
  const isProved = day !== null && earliest === latest && day === latest
  if (isProved) return ruled('attested')
  const isTooLate = wall > receivedAt + clockSlackMs || (day !== null && day > latest)
  const isTooEarly =
    floor !== null && (wall < floor - clockSlackMs || (day !== null && earliest !== null && day < earliest))
  if (isTooLate || isTooEarly) return ruled('disputed')
  return ruled(floor === null ? 'unattested' : 'attested')
}

/** SYN-88: the instant that the clock of the device named, or the nearest to it that the proof leaves: not before the last proved time, not after the arrival. */
export const possibleInstant = ({ wall, attested }: Omit<TimeFacts, 'day'>, receivedAt: number): number =>
  Math.max(Math.min(wall, receivedAt), provedFloor(attested, receivedAt) ?? 0)

const provedFloor = (attested: Attested | null, receivedAt: number): number | null =>
  attested === null ? null : Math.min(attested.at + (attested.elapsed ?? 0), receivedAt)
