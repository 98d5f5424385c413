/** Wrong passwords of one login before it has to wait (等保 GB/T 22239 asks for a limit; five is the usual figure). */
export const freeTries = 5
const firstDelayMs = 30_000
const longestDelayMs = 3_600_000

/** Milliseconds to wait after that many failures: nothing for the first four, then 30 s, doubled each time, an hour at most. */
export const delayAfter = (failures: number): number =>
  failures < freeTries ? 0 : Math.min(firstDelayMs * 2 ** Math.min(failures - freeTries, 30), longestDelayMs)
