import type { Store } from '../../../db/store.ts'
import { delayAfter } from '../../../domain/staff/try-delay.ts'

export interface TryGuardDeps {
  readonly store: Store
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Milliseconds since the machine started, never going back. */
  readonly monotonic: () => number
}

export interface TryGuard {
  /** Milliseconds until the login may be tried again; 0 = now. */
  readonly remaining: (login: string) => number
  /**
   * Counts a try before its password is looked at, on the disk: a process killed in between, or many tries at once, gain
   * nothing. Returns the milliseconds to wait if it turns out wrong.
   */
  readonly count: (login: string) => number
  /** After the right password. */
  readonly clear: (login: string) => void
}

/**
 * Growing delay after wrong passwords. While the process lives the monotonic clock measures it, so setting the wall clock
 * changes nothing; after a restart the wall clock must do, and one that was set back makes the wait start again.
 */
export const createTryGuard = ({ store, now, monotonic }: TryGuardDeps): TryGuard => {
  const freeAt = new Map<string, number>()
  const waitFromNow = (login: string, ms: number): number => {
    freeAt.set(login, monotonic() + ms)
    return ms
  }
  return {
    remaining: (login) => {
      const known = freeAt.get(login)
      if (known !== undefined) return Math.max(0, known - monotonic())
      const tries = store.read.signIns.find(login)
      if (tries === null) return 0
      const delay = delayAfter(tries.failures)
      const elapsed = now() - tries.lastAt
      return waitFromNow(login, elapsed < 0 ? delay : Math.max(0, delay - elapsed))
    },
    count: (login) => {
      const failures = store.transact((writer) => writer.signIns.countFailure(login, now()))
      return waitFromNow(login, delayAfter(failures))
    },
    clear: (login) => {
      store.transact((writer) => writer.signIns.clear(login))
      freeAt.delete(login)
    },
  }
}
