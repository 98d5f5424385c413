/** A value that changes, and readers who want the newest: a slow reader misses what lies between, never the last. */
export type Feed<T> = {
  readonly publish: (value: T) => void
  /** The present value at once, then each newer one, until `signal` is aborted. */
  readonly watch: (signal: AbortSignal | undefined) => AsyncGenerator<T, void>
}

export const createFeed = <T>(first: T): Feed<T> => {
  let value = first
  let version = 0
  const waiting = new Set<() => void>()
  const wake = (): void => {
    for (const go of waiting) go()
    waiting.clear()
  }
  return {
    publish: (next) => {
      value = next
      version += 1
      wake()
    },
    watch: async function* (signal) {
      signal?.addEventListener('abort', wake)
      let seen = -1
      try {
        while (signal?.aborted !== true) {
          if (seen === version) await new Promise<void>((go) => waiting.add(go))
          else {
            seen = version
            yield value
          }
        }
      } finally {
        signal?.removeEventListener('abort', wake)
      }
    },
  }
}
