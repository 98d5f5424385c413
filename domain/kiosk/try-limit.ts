/** A look-up that found nothing, or has not been answered yet. */
export interface ProgressTry {
  /** Epoch milliseconds. */
  readonly at: number
  /** Keyed hash of what was looked for; the number itself is kept nowhere. */
  readonly subject: string
}

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** At one terminal: mistyping now and then is let through, trying all the last fours of a receipt is not. */
export const tryLimits = [
  { most: 10, withinMs: 10 * minuteMs, ofSubject: false },
  { most: 60, withinMs: dayMs, ofSubject: false },
  { most: 5, withinMs: dayMs, ofSubject: true },
] as const

/** A clock that was set back does not make old tries young, nor new ones old. */
export const nowAfter = (tries: readonly ProgressTry[], now: number): number =>
  Math.max(now, ...tries.map(({ at }) => at))

/** Milliseconds until this subject may be tried again; 0 = now. */
export const waitOf = (tries: readonly ProgressTry[], subject: string, now: number): number => {
  const at = nowAfter(tries, now)
  return Math.max(
    ...tryLimits.map(({ most, withinMs, ofSubject }) => {
      const counted = tries.filter((one) => at - one.at < withinMs && (!ofSubject || one.subject === subject))
      const oldest = counted.at(-most)
      return oldest === undefined ? 0 : oldest.at + withinMs - at
    }),
  )
}

/** Tries that still count. */
export const stillCounted = (tries: readonly ProgressTry[], now: number): readonly ProgressTry[] =>
  tries.filter(({ at }) => nowAfter(tries, now) - at < dayMs)
