import { type SignalLevel, signalLevels } from './rule.ts'
import type { Signal } from './signals.ts'

/** An open case as the board counts it. */
export interface WatchedCase {
  readonly organ: string
  /** The device that opened it: the window. */
  readonly deviceNo: string
  /** Its clock stands still just now. */
  readonly paused: boolean
  /** The gravest thing there is to say of it; null = nothing. */
  readonly level: SignalLevel | null
}

/** One department or one window. The levels count each case once, by its gravest signal. */
export interface BoardLine {
  readonly key: string
  readonly open: number
  readonly paused: number
  /** Reminders and warnings. */
  readonly near: number
  readonly yellow: number
  readonly red: number
}

/** The gravest first, then the one with most to do. */
export const boardLines = (cases: Iterable<WatchedCase>, by: 'organ' | 'deviceNo'): readonly BoardLine[] => {
  const lines = new Map<string, { -readonly [K in keyof BoardLine]: BoardLine[K] }>()
  for (const one of cases) {
    const key = one[by]
    const line = lines.get(key) ?? { key, open: 0, paused: 0, near: 0, yellow: 0, red: 0 }
    line.open += 1
    if (one.paused) line.paused += 1
    if (one.level === 'red') line.red += 1
    else if (one.level === 'yellow') line.yellow += 1
    else if (one.level !== null) line.near += 1
    lines.set(key, line)
  }
  return [...lines.values()].sort(
    (a, b) => b.red - a.red || b.yellow - a.yellow || b.near - a.near || b.open - a.open || (a.key < b.key ? -1 : 1),
  )
}

/** Of what is said of one matter and one last day only the gravest: who is past the day needs no word that it is near. What has a task stays. */
export const toldSignals = <T extends { readonly signal: Signal }>(
  found: readonly T[],
  hasTask: (signal: Signal) => boolean,
): readonly T[] => {
  const placeOf = ({ subject, due }: Signal) => `${subject} ${due ?? ''}`
  const gravest = new Map<string, SignalLevel>()
  for (const { signal } of found) {
    const place = placeOf(signal)
    gravest.set(place, graver(gravest.get(place) ?? null, signal.level))
  }
  return found.filter(({ signal }) => gravest.get(placeOf(signal)) === signal.level || hasTask(signal))
}

/** Of two levels the graver; null is less than any. */
export const graver = (a: SignalLevel | null, b: SignalLevel): SignalLevel =>
  a === null || signalLevels.indexOf(b) > signalLevels.indexOf(a) ? b : a
