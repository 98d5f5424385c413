/** Time that stands still while anything works, and jumps to whatever comes next. */
export interface VirtualClock {
  /** Milliseconds since the run began; never goes back. */
  readonly now: () => number
  /** Does `work` after so many milliseconds; answers the way to call it off. */
  readonly after: (ms: number, work: () => void) => () => void
  /** Moves on to `until`, doing what comes due on the way in its order. */
  readonly runTo: (until: number) => Promise<void>
  /** Lets everything that waits for no time come to rest. */
  readonly settle: () => Promise<void>
}

interface Due {
  readonly at: number
  readonly order: number
  readonly work: () => void
}

export const createVirtualClock = (): VirtualClock => {
  let now = 0
  let orders = 0
  // A heap by (time, order of asking).
  const heap: Due[] = []
  const cancelled = new Set<Due>()

  const add = (due: Due) => {
    heap.push(due)
    let at = heap.length - 1
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!swapIfLater(heap, above, at)) break
      at = above
    }
  }
  const take = (): Due | undefined => {
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined || heap.length === 0) return first
    heap[0] = last
    let at = 0
    for (;;) {
      const left = 2 * at + 1
      if (left >= heap.length) break
      const least = left + 1 < heap.length && isLater(heap, left, left + 1) ? left + 1 : left
      if (!swapIfLater(heap, at, least)) break
      at = least
    }
    return first
  }
  const settle = async (): Promise<void> => {
    // What runs is made of promises alone, and of one `setImmediate` of the agent: a few turns of the loop see all of it done.
    for (let turn = 0; turn < settlingTurns; turn++) {
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    }
  }

  return {
    now: () => now,
    after: (ms, work) => {
      orders += 1
      const due = { at: now + Math.max(0, ms), order: orders, work }
      add(due)
      return () => cancelled.add(due)
    },
    settle,
    runTo: async (until) => {
      await settle()
      for (let next = heap[0]; next !== undefined && next.at <= until; next = heap[0]) {
        take()
        if (cancelled.delete(next)) continue
        now = Math.max(now, next.at)
        next.work()
        await settle()
      }
      now = Math.max(now, until)
    },
  }
}

const settlingTurns = 3

const isLater = (heap: readonly Due[], one: number, other: number): boolean => {
  const [a, b] = [heap[one], heap[other]]
  if (a === undefined || b === undefined) return false
  return a.at > b.at || (a.at === b.at && a.order > b.order)
}

const swapIfLater = (heap: Due[], above: number, below: number): boolean => {
  const [a, b] = [heap[above], heap[below]]
  if (a === undefined || b === undefined || !isLater(heap, above, below)) return false
  heap[above] = b
  heap[below] = a
  return true
}
