import type { Store } from '../../../db/store.ts'
import { type HostLog, errorFields } from '../log/host-log.ts'

export interface IdleUpkeepDeps {
  readonly store: Pick<Store, 'subscribe' | 'idle'>
  /** Calls back after that many milliseconds; answers with a way to forget it. */
  readonly after: (ms: number, work: () => void) => () => void
  readonly log: HostLog
}

/** Long enough that a clerk between two fields is not in its way, short enough to come round between two customers. */
export const quietMs = 3000

/** Lets the store tidy up when nothing was written for a while: checkpoint and search index (performance.md). Returns the way to stop. */
export const keepIdleUpkeep = ({ store, after, log }: IdleUpkeepDeps): (() => void) => {
  let forget: () => void = () => undefined
  const tidy = () => {
    try {
      store.idle()
    } catch (error) {
      // A full disk shows itself at the next act; here nothing was lost.
      log.write('warn', 'store.idle_failed', errorFields(error))
    }
  }
  const stop = store.subscribe(() => {
    forget()
    forget = after(quietMs, tidy)
  })
  return () => {
    stop()
    forget()
  }
}
