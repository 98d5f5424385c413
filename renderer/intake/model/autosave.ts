/** Time, as the page has it; given in tests. */
export interface Timers {
  readonly now: () => number
  readonly set: (run: () => void, ms: number) => number
  readonly clear: (id: number) => void
}

/** What is left of a change that must not be lost: quiet for this long and it is saved … */
export const quietMs = 400
/** … and without a quiet moment at the latest after this long. Two seconds of typing is the most a power cut may take. */
export const longestMs = 1500

/** A save that failed is tried again by itself. */
export const retryMs = 3000

export interface Autosave<T> {
  /** Something changed; the newest value is what is saved. */
  readonly change: (value: T) => void
  /** Saves what waits now; resolves when nothing waits or is under way any more. Rejects when it could not be saved. */
  readonly flush: () => Promise<void>
  /** Forgets what waits, for a draft that must not come back. What is under way is let finish. */
  readonly drop: () => Promise<void>
}

/**
 * Saves a value soon after it changes. One save at a time, and never an older value after a newer one. A save that fails is tried again
 * by itself, with the next change, or on flush; `onFailed` says so meanwhile.
 */
export const createAutosave = <T>(deps: {
  readonly save: (value: T) => Promise<void>
  readonly onSaved: (value: T) => void
  readonly onFailed: (value: T) => void
  readonly timers: Timers
}): Autosave<T> => {
  const { save, onSaved, onFailed, timers } = deps
  let waiting: { readonly value: T; readonly since: number } | null = null
  let timer: number | null = null
  let running: Promise<void> | null = null

  const stopTimer = (): void => {
    if (timer !== null) timers.clear(timer)
    timer = null
  }
  const start = (): Promise<void> => {
    stopTimer()
    running ??= drain().finally(() => {
      running = null
    })
    return running
  }
  const drain = async (): Promise<void> => {
    while (waiting !== null) {
      const taken = waiting
      waiting = null
      try {
        await save(taken.value)
        onSaved(taken.value)
      } catch {
        // What is lost of a failed save is nothing: it waits for the next change, or a flush. A newer value replaces it.
        waiting ??= taken
        onFailed(taken.value)
        stopTimer()
        timer = timers.set(() => void start(), retryMs)
        return
      }
    }
  }

  return {
    change: (value) => {
      const since = waiting?.since ?? timers.now()
      waiting = { value, since }
      stopTimer()
      timer = timers.set(() => void start(), Math.max(0, Math.min(quietMs, since + longestMs - timers.now())))
    },
    flush: async () => {
      if (running !== null) await running
      if (waiting !== null) await start()
      if (waiting !== null) throw new Error('the draft was not saved')
    },
    drop: async () => {
      stopTimer()
      waiting = null
      if (running !== null) await running
    },
  }
}
