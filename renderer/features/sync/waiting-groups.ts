import type { SyncReport } from '../../../contract/queries/sync-status.ts'

/** What waits, of one kind. */
export interface WaitingGroup {
  readonly kind: string
  readonly count: number
  /** Of those: sent, and no answer came back. */
  readonly unsure: number
  /** Epoch milliseconds of the oldest. */
  readonly oldest: number
  /** Each once, in the order done; reference data have none. */
  readonly caseNos: readonly string[]
}

/** By kind, the longest waiting first. */
export const waitingGroups = (waiting: SyncReport['waiting']): readonly WaitingGroup[] => {
  const groups = new Map<string, WaitingGroup>()
  for (const { kind, caseNo, at, sent } of waiting) {
    const before = groups.get(kind)
    const caseNos = before?.caseNos ?? []
    groups.set(kind, {
      kind,
      count: (before?.count ?? 0) + 1,
      unsure: (before?.unsure ?? 0) + (sent ? 1 : 0),
      oldest: Math.min(before?.oldest ?? at, at),
      caseNos: caseNo === null || caseNos.includes(caseNo) ? caseNos : [...caseNos, caseNo],
    })
  }
  return [...groups.values()].sort((a, b) => a.oldest - b.oldest)
}
