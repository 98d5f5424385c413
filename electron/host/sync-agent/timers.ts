/** Where waiting is done. */
export interface Timers {
  /** Calls `work` once after so many milliseconds; answers the way to call it off. */
  readonly after: (ms: number, work: () => void) => () => void
}

export const platformTimers: Timers = {
  after: (ms, work) => {
    const timer = setTimeout(work, ms)
    return () => clearTimeout(timer)
  },
}
