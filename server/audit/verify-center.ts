import { type Result, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type HistoryProblem, verifyHistory } from './verify-history.ts'
import { type StateProblem, verifyStates } from './verify-states.ts'

export interface ProvedCenter {
  readonly cseq: number
  readonly head: string
  readonly checkpoints: number
  readonly states: number
}

/** SYN-50: history and states of a center in one snapshot, so that what comes meanwhile is not taken for a contradiction. */
export const verifyCenter = (
  db: Database,
  center: string,
  witnesses: readonly Checkpoint[] = [],
  // Told now and then up to which commit number the history holds; what it throws ends the reading.
  tell: (cseq: number) => void = () => undefined,
): Promise<Result<ProvedCenter, HistoryProblem | StateProblem>> =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const history = await verifyHistory(tx, center, witnesses, tell)
      if (!history.ok) return history
      const states = await verifyStates(tx, center, () => tell(history.value.cseq))
      return states.ok ? ok({ ...history.value, ...states.value }) : states
    })
