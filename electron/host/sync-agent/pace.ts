import { syncCaps } from '../../../contract/sync.ts'

/** How many pages are asked for and applied at once. */
export interface Pace {
  /** Operations of a page. */
  readonly page: number
  /** @param left operations that are still to come, as far as that is known */
  readonly pages: (left: number) => number
  /** A group has come: whether it had to be waited for long, and whether each page went on from the one before. */
  readonly came: (waitedMs: number, isWhole: boolean) => void
  /** It is applied. */
  readonly applied: (operations: number, tookMs: number) => void
}

/** Of one device, so that it leaves most of the server's places to the others. */
const mostPages = 4
/** A line that takes longer for a page carries no two of them at once: both would be late. */
const longMs = 1000
/** Nobody at the window waits longer for his save than one transaction takes. */
const inUseMs = 150
/** While a device reads for the first time nobody works on it yet. */
const firstTimeMs = 500

/**
 * SYN-97: begins with one page. As many more as the line brings without being waited for, and as this machine applies within the time that
 * a save may have to wait.
 *
 * @param most 1 where pages come one behind the other
 */
export const makePace = (isFirstTime: boolean, most = mostPages, page: number = syncCaps.opsPerPull): Pace => {
  const budget = isFirstTime ? firstTimeMs : inUseMs
  let line = 1
  let perOperationMs = Infinity
  return {
    page,
    pages: (left) => {
      const wanted = Math.ceil(left / page)
      const fitting = perOperationMs === 0 ? most : Math.floor(budget / (perOperationMs * page))
      return Math.max(1, Math.min(line, wanted, fitting, most))
    },
    came: (waitedMs, isWhole) => {
      line = waitedMs > longMs || !isWhole ? 1 : Math.min(2 * line, most)
    },
    applied: (operations, tookMs) => {
      if (operations > 0) perOperationMs = tookMs / operations
    },
  }
}
