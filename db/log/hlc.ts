/**
 * Hybrid logical clock (sync.md 2.4): milliseconds that never go back, and a counter for what happens within one of them. Only for
 * the order of display and for fields without legal effect; a legal time is never taken from it.
 */
export interface HybridTime {
  /** Milliseconds since 1970, 48 bits. */
  readonly ms: number
  /** 0–65535. */
  readonly counter: number
}

/** A clock of another device further ahead than this is not followed, so that one desk set to 2099 does not move all others. */
export const maxLead = 5 * 60_000

/** The time of the next own operation: after `last`, whatever the wall clock says. */
export const nextTime = (last: HybridTime | null, wall: number): HybridTime => {
  if (last === null || wall > last.ms) return { ms: clamp(wall), counter: 0 }
  return last.counter < maxCounter ? { ms: last.ms, counter: last.counter + 1 } : { ms: last.ms + 1, counter: 0 }
}

/** The later of what was seen so far and a time from elsewhere, unless that one is too far ahead of the wall clock. */
export const seenTime = (last: HybridTime | null, other: HybridTime, wall: number): HybridTime | null =>
  other.ms > wall + maxLead || (last !== null && compareTimes(last, other) >= 0) ? last : other

export const laterTime = (a: HybridTime | null, b: HybridTime | null): HybridTime | null => {
  if (a === null || b === null) return a ?? b
  return compareTimes(a, b) >= 0 ? a : b
}

/** `0199f2a4c3d1-0003-W03`: sorts as text. */
export const formatTime = (time: HybridTime, deviceNo: string): string => `${formatBareTime(time)}-${deviceNo}`

/** `0199f2a4c3d1-0003`, of no device. */
export const formatBareTime = (time: HybridTime): string =>
  `${time.ms.toString(16).padStart(12, '0')}-${time.counter.toString(16).padStart(4, '0')}`

/** Reads both forms; null for a text that is neither. */
export const parseTime = (text: string): HybridTime | null => {
  const [, ms, counter] = pattern.exec(text) ?? []
  return ms === undefined || counter === undefined
    ? null
    : { ms: Number.parseInt(ms, 16), counter: Number.parseInt(counter, 16) }
}

const maxCounter = 0xffff
const maxMs = 2 ** 48 - 1
const pattern = /^([0-9a-f]{12})-([0-9a-f]{4})(?:-[A-Z]\d{2,4})?$/

const compareTimes = (a: HybridTime, b: HybridTime): number => a.ms - b.ms || a.counter - b.counter

const clamp = (wall: number): number => Math.min(Math.max(0, Math.floor(wall)), maxMs)
