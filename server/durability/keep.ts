import type { ServerLog } from '../api/server-log.ts'
import { toLoggedError } from '../api/server-log.ts'
import { findDueCheckpoints, makeCheckpoint } from '../audit/checkpoint.ts'
import type { Database } from '../store/connect.ts'
import { proveSafety } from './prove-safety.ts'

export interface Keeper {
  /** Waits for the round that is under way. */
  readonly stop: () => Promise<void>
}

interface KeeperDeps {
  /** Every database whose centers are served. */
  readonly databases: () => Promise<readonly Database[]>
  readonly now: () => number
  readonly log: ServerLog
  readonly pauseMs: number
}

/** What a server does beside answering: proves what is safe (SYN-16) and signs the heads of the hour (SYN-46). */
export const startKeeper = (deps: KeeperDeps): Keeper => {
  let stopped = false
  let timer: NodeJS.Timeout | null = null
  let round = Promise.resolve()
  const next = () => {
    if (stopped) return
    timer = setTimeout(() => {
      round = keep(deps).finally(next)
    }, deps.pauseMs)
    timer.unref()
  }
  next()
  return {
    stop: async () => {
      stopped = true
      if (timer !== null) clearTimeout(timer)
      await round
    },
  }
}

/** One round over every database; one that cannot be reached does not hold up the others. */
const keep = async ({ databases, now, log }: KeeperDeps): Promise<void> => {
  try {
    for (const db of await databases()) {
      try {
        await proveSafety(db, now())
        for (const center of await findDueCheckpoints(db, now())) await makeCheckpoint(db, center, now())
      } catch (error) {
        log('warn', 'durability round failed', { error: toLoggedError(error) })
      }
    }
  } catch (error) {
    log('warn', 'durability round failed', { error: toLoggedError(error) })
  }
}
