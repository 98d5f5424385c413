/** SYN-17, SYN-43: how many requests of a kind are worked on at once, and whose. More are told to come back. */
export interface Admission {
  /** The way out, to be called once when the request ends, or null when it must come back. */
  readonly enter: (center: string) => (() => void) | null
}

/** A place that is kept for a center must outlast the `Retry-After` that its device was told. */
const keptForMs = 10_000

/**
 * Places by center. One alone may have them all. A center that was turned away is next: the place that comes free is kept for it, as long
 * as it has fewer than its share; of several such, the one that waits longest comes first.
 */
export const makeAdmission = (limit: number, now: () => number = Date.now): Admission => {
  const inside = new Map<string, number>()
  const waiting = new Map<string, { readonly since: number; readonly until: number }>()
  let total = 0
  let turn = 0

  const hasShare = (center: string): boolean => {
    const centers = new Set([...inside.keys(), ...waiting.keys(), center])
    return (inside.get(center) ?? 0) >= Math.max(1, Math.floor(limit / centers.size))
  }
  /** Centers that go before this one: all that wait for their share when it has its own, else those that wait longer. */
  const ahead = (center: string): number => {
    const since = hasShare(center) ? Number.POSITIVE_INFINITY : (waiting.get(center)?.since ?? Number.POSITIVE_INFINITY)
    return [...waiting].filter(([other, wait]) => other !== center && wait.since < since && !hasShare(other)).length
  }
  const leave = (center: string): void => {
    total -= 1
    const left = (inside.get(center) ?? 1) - 1
    if (left === 0) inside.delete(center)
    else inside.set(center, left)
  }
  return {
    enter: (center) => {
      for (const [other, { until }] of waiting) if (until <= now()) waiting.delete(other)
      if (total + ahead(center) >= limit) {
        turn += 1
        waiting.set(center, { since: waiting.get(center)?.since ?? turn, until: now() + keptForMs })
        return null
      }
      waiting.delete(center)
      total += 1
      inside.set(center, (inside.get(center) ?? 0) + 1)
      let left = false
      return () => {
        if (!left) leave(center)
        left = true
      }
    },
  }
}
