import { type OperationVerdict, type PushInput, type PushOutput, syncProtocol } from '../../contract/sync.ts'
import { pushText } from '../../contract/sync-texts.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database, Tx } from '../store/connect.ts'
import { findIncarnation, lockDevice } from '../store/devices.ts'
import { appendToLog, findCommitted } from '../store/op-log.ts'
import { transact } from '../store/transact.ts'
import { type ChainedText, chainTexts, findChainProblem } from './chain-problem.ts'
import type { JudgedBatch } from './judge-batch.ts'
import { judgeArrivals } from './judge-arrivals.ts'
import { isSignedBy } from './signature.ts'
import type { SyncRefusal } from './sync-refusal.ts'
import type { Session } from './token.ts'

export interface PushDeps {
  readonly db: Database
  readonly epoch: string
  /** Told when our own rules fail on an operation; gets nothing of the operation but its kind. */
  readonly report: (failure: JudgedBatch['failures'][number]) => void
}

interface Taken {
  readonly ack: number
  readonly verdicts: readonly OperationVerdict[]
  readonly failures: JudgedBatch['failures']
}

/**
 * Takes a batch of a device's chain (SYN-7 … SYN-11): all of it or nothing, in one transaction. The same batch again, in any order, on
 * any server, changes nothing and gets the same verdicts.
 */
export const push = async (
  deps: PushDeps,
  session: Session,
  input: PushInput,
): Promise<Result<PushOutput, SyncRefusal>> => {
  if (input.proto !== syncProtocol) return err({ code: 'protocol_unsupported' })
  if (input.device !== session.device || input.inc !== session.inc) return err({ code: 'token_invalid' })
  const chained = chainTexts(input)
  const taken = await transact(deps.db, (tx) => take(tx, deps.epoch, session, input, chained))
  if (!taken.ok) return taken
  for (const failure of taken.value.failures) deps.report(failure)
  const { ack, verdicts } = taken.value
  // No second machine holds a copy in this version, so nothing is safe yet and devices keep everything (SYN-16).
  return ok({ epoch: deps.epoch, ack, safe: 0, verdicts: [...verdicts], intake: false, serverTime: Date.now() })
}

const take = async (
  tx: Tx,
  epoch: string,
  session: Session,
  input: PushInput,
  chained: readonly ChainedText[],
): Promise<Result<Taken, SyncRefusal>> => {
  const device = await lockDevice(tx, session.center, session.device)
  if (device === null || device.publicKey === null) return err({ code: 'device_unknown' })
  if (device.revoked) return err({ code: 'device_revoked' })
  const incarnation = await findIncarnation(tx, session.center, session.device, session.inc)
  if (incarnation === null) return err({ code: 'incarnation_unknown' })
  const { ack } = incarnation
  if (input.epoch !== epoch) return err({ code: 'epoch_changed', position: { ack, seq: null } })
  if (!isSignedBy(device.publicKey, pushText(input.device, input.inc, input.lastHash), input.sig)) {
    return err({ code: 'signature_invalid' })
  }
  const chain = { center: session.center, device: session.device, inc: session.inc }
  const lastSeq = input.fromSeq + chained.length - 1
  const committed = await findCommitted(tx, chain, input.fromSeq - 1, Math.min(lastSeq, ack))
  const problem = findChainProblem(input, chained, incarnation, committed)
  if (problem !== null) return err(problem)
  const fresh = chained.filter(({ seq }) => seq > ack)
  const judged = await judgeArrivals(tx, chain, device.deviceNo, fresh)
  const added = fresh.length === 0 ? [] : await appendToLog(tx, chain, judged.operations)
  const repeated = chained.flatMap(({ seq }) => committed.get(seq) ?? [])
  return ok({
    ack: Math.max(ack, lastSeq),
    verdicts: [...repeated, ...added].map(({ seq, verdict, reason, ref, cseq, committedAt }) => ({
      seq,
      verdict,
      reason,
      ref,
      cseq,
      committedAt,
    })),
    failures: judged.failures,
  })
}
