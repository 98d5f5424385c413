import type { PushInput } from '../../contract/sync.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Tx } from '../store/connect.ts'
import type { Device } from '../store/devices.ts'
import type { Incarnation } from '../store/incarnations.ts'
import { findIntake, intakeEnd } from '../store/intake.ts'
import { type Chain, type CommittedOperation, findCommitted } from '../store/op-log.ts'
import { type ChainedText, findChainProblem } from './chain-problem.ts'
import type { SyncRefusal } from './sync-refusal.ts'

export interface CheckedBatch {
  /** Highest seq that the server holds of the chain before the batch. */
  readonly ack: number
  /** What of the batch it does not hold yet. */
  readonly fresh: readonly ChainedText[]
  /** What of it is committed already. */
  readonly committed: ReadonlyMap<number, CommittedOperation>
}

/** SYN-7: a batch as a stretch of the one chain that the server knows; of a revoked device, with what the intake holds of it. */
export const checkBatch = async (
  tx: Tx,
  chain: Chain,
  known: { readonly device: Device; readonly incarnation: Incarnation },
  input: Pick<PushInput, 'fromSeq' | 'prevHash' | 'lastHash'>,
  chained: readonly ChainedText[],
): Promise<Result<CheckedBatch, SyncRefusal>> => {
  const { incarnation, device } = known
  const end = device.revoked ? await intakeEnd(tx, chain) : null
  const ack = Math.max(incarnation.ack, end?.seq ?? 0)
  const lastHash = end !== null && end.seq > incarnation.ack ? end.hash : incarnation.lastHash
  const from = input.fromSeq - 1
  const to = Math.min(from + chained.length, ack)
  // The usual batch begins where the chain ends: of that link the incarnation, or the intake, knows the hash.
  const committed = from < ack ? await findCommitted(tx, chain, from, to) : new Map<number, never>()
  const held = new Map<number, { readonly hash: string }>(committed)
  if (end !== null) for (const row of await findIntake(tx, chain, from, to)) held.set(row.seq, row)
  const problem = findChainProblem(input, chained, { ack, lastHash, base: incarnation.base }, held)
  if (problem !== null) return err(problem)
  return ok({ ack, fresh: chained.filter(({ seq }) => seq > ack), committed })
}
