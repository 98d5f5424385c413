import type { OperationVerdict } from '../../contract/sync.ts'
import type { Tx } from '../store/connect.ts'
import { appendToLog } from '../store/op-log.ts'
import type { ChainedText } from './chain-problem.ts'
import type { ArrivalPlace, JudgeArrivals, RuleFailure } from './judge-arrivals.ts'
import { appendServerActs } from './server-acts.ts'

export interface TakenArrivals {
  readonly verdicts: readonly OperationVerdict[]
  readonly failures: readonly RuleFailure[]
}

/**
 * Judges what came and makes it part of the history, with what the server does because of it right behind the operation that it answers:
 * what stands behind in the same batch is judged by what is true then, so that it makes no difference how a chain was cut into batches.
 */
export const takeArrivals = async (
  tx: Tx,
  judge: JudgeArrivals,
  place: ArrivalPlace,
  rows: readonly (ChainedText & { readonly sig: string | null })[],
  now: number,
): Promise<TakenArrivals> => {
  const verdicts: OperationVerdict[] = []
  const failures: RuleFailure[] = []
  for (let from = 0; from < rows.length;) {
    const judged = await judge(tx, place, rows.slice(from))
    if (judged.operations.length === 0) throw new Error('nothing of a batch was judged')
    const start = from
    const signed = judged.operations.map((operation, at) => ({ ...operation, sig: rows[start + at]?.sig ?? null }))
    verdicts.push(...(await appendToLog(tx, place.chain, signed, place.receivedAt)))
    await appendServerActs(tx, place.chain.center, judged.followUps, now)
    failures.push(...judged.failures)
    from += judged.operations.length
  }
  return { verdicts, failures }
}
