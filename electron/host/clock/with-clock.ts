import type { SyncStatus } from '../../../contract/queries/sync-status.ts'
import type { SyncService } from '../services.ts'
import type { ClockWatch } from './clock-watch.ts'

/** The state of sync with how far off the clock is: a wrong clock makes wrong days, and sync is where people look (SYN-71). */
export const withClock = (sync: SyncService, watch: ClockWatch): SyncService => {
  const timed = (status: SyncStatus): SyncStatus => ({ ...status, clockOffMs: watch.off() })
  return {
    ...sync,
    status: () => timed(sync.status()),
    now: async () => timed(await sync.now()),
    report: () => {
      const report = sync.report()
      return { ...report, status: timed(report.status) }
    },
  }
}
