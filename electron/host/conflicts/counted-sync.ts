import type { SyncStatus } from '../../../contract/queries/sync-status.ts'
import type { Store } from '../../../db/store.ts'
import type { SyncService } from '../services.ts'
import { openConflicts } from './lost-acts.ts'

/** The state of sync as people see it: what needs them is counted by tasks, and what they have settled or referred counts no more. */
export const countedSync = (sync: SyncService, store: Store): SyncService => {
  let open: number | null = null
  store.subscribe((topics) => {
    if (topics.has('records') || topics.has('sync') || topics.has('cases')) open = null
  })
  const counted = (status: SyncStatus): SyncStatus => {
    if (status.attention === 0) return status
    open ??= openConflicts(store.read).filter(({ state }) => state === null).length
    return { ...status, attention: open }
  }
  return {
    enrol: sync.enrol,
    fileUnderWay: sync.fileUnderWay,
    status: () => counted(sync.status()),
    now: async () => counted(await sync.now()),
    report: () => {
      const report = sync.report()
      return { ...report, status: counted(report.status) }
    },
  }
}
