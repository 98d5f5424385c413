import type { SyncReport, SyncStatus } from '../../../contract/queries/sync-status.ts'
import type { Store } from '../../../db/store.ts'
import { plainDateInShanghai, yearOf } from '../../../domain/plain-date.ts'

/** What is left of each series that the center numbers as one (SYN-74). */
export const runningNumbers = ({ read }: Store, now: number): SyncReport['numbers'] => {
  const today = plainDateInShanghai(now)
  const center = read.reference.findCenter()
  return (center?.runningNumbers?.series ?? []).map((series) => {
    const { left, expiresOn } = read.numbers.series({ center: center?.code ?? '', series, year: yearOf(today) }, today)
    return { series, left, expiresOn }
  })
}

/** The status of a device that asks nobody and has nothing to say. */
export const nothingUnderWay = {
  waiting: 0,
  unconfirmed: 0,
  left: 0,
  perMinute: null,
  etaSeconds: null,
  attention: 0,
  files: { count: 0, bytes: 0, refused: 0 },
  lastError: null,
  nextTryAt: null,
  clockOffMs: null,
} as const

/** What the status is called, of all that is so the word that matters most. */
export const stateOf = (facts: {
  readonly enrolled: boolean
  readonly refused: boolean
  readonly reached: boolean
  readonly recollecting: boolean
  readonly sending: boolean
}): SyncStatus['state'] => {
  if (!facts.enrolled) return 'not_enrolled'
  if (facts.refused) return 'refused'
  if (facts.recollecting) return 'recollecting'
  if (facts.sending) return 'sending'
  return facts.reached ? 'idle' : 'offline'
}
