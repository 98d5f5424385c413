import { type OperationVerdict, type PushInput, type PushOutput, syncProtocol } from '../../contract/sync.ts'
import { pushText } from '../../contract/sync-texts.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { safeSeqOf } from '../durability/safe.ts'
import { placesPerCenter, takeCenterPlace } from '../store/center-places.ts'
import type { Database, Tx } from '../store/connect.ts'
import { lockDevice } from '../store/devices.ts'
import { getEpoch } from '../store/identity.ts'
import { findIncarnation } from '../store/incarnations.ts'
import { addToIntake } from '../store/intake.ts'
import { transact } from '../store/transact.ts'
import { type ChainedText, chainTexts } from './chain-problem.ts'
import { checkBatch } from './check-batch.ts'
import type { JudgeArrivals, RuleFailure } from './judge-arrivals.ts'
import { takeArrivals } from './take-arrivals.ts'
import { isSignedBy } from './signature.ts'
import type { SyncRefusal } from './sync-refusal.ts'
import type { Session } from './token.ts'
import { withSignature } from './with-signature.ts'

export interface PushDeps {
  readonly db: Database
  /** Gives the verdicts: the rules, or none of them for what they fail on (put-aside.ts). */
  readonly judge: JudgeArrivals
  /** Told when our own rules fail on an operation; gets nothing of the operation but its kind. */
  readonly report: (failure: RuleFailure) => void
}

type Taken = Omit<PushOutput, 'serverTime'> & { readonly failures: readonly RuleFailure[] }

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
  const now = Date.now()
  const taken = await transact(deps.db, (tx) => take(tx, deps.judge, session, input, chained, now))
  if (!taken.ok) return taken
  const { failures, ...answer } = taken.value
  for (const failure of failures) deps.report(failure)
  return ok({ ...answer, serverTime: now })
}

const take = async (
  tx: Tx,
  judge: JudgeArrivals,
  session: Session,
  input: PushInput,
  chained: readonly ChainedText[],
  now: number,
): Promise<Result<Taken, SyncRefusal>> => {
  const chain = { center: session.center, device: session.device, inc: session.inc }
  const device = await lockDevice(tx, chain.center, chain.device)
  if (device === null || device.publicKey === null) return err({ code: 'device_unknown' })
  if (!(await takeCenterPlace(tx, chain.center, placesPerCenter))) return err({ code: 'busy' })
  const epoch = await getEpoch(tx)
  if (session.epoch !== epoch) return err({ code: 'token_invalid' })
  const incarnation = await findIncarnation(tx, chain)
  if (incarnation === null) return err({ code: 'incarnation_unknown' })
  if (input.epoch !== epoch) return err({ code: 'epoch_changed', position: { ack: incarnation.ack, seq: null } })
  if (incarnation.state !== 'active' && !device.revoked) return err({ code: 'incarnation_waiting' })
  if (!isSignedBy(device.publicKey, pushText(input.device, input.inc, input.lastHash), input.sig)) {
    return err({ code: 'signature_invalid' })
  }
  const checked = await checkBatch(tx, chain, { device, incarnation }, input, chained)
  if (!checked.ok) return checked
  const { fresh, committed } = checked.value
  const ack = Math.max(checked.value.ack, input.fromSeq + chained.length - 1)
  const safe = await safeSeqOf(tx, chain)
  if (device.revoked) {
    await addToIntake(tx, chain, withSignature(fresh, input.sig), now)
    return ok({ epoch, ack, safe, verdicts: [], intake: true, failures: [] })
  }
  const place = { chain, deviceNo: device.deviceNo, told: incarnation.told, epoch, receivedAt: now }
  const taken = await takeArrivals(tx, judge, place, withSignature(fresh, input.sig), now)
  const repeated = chained.flatMap(({ seq }) => committed.get(seq) ?? [])
  const verdicts = [...repeated, ...taken.verdicts].map(toVerdict)
  return ok({ epoch, ack, safe, verdicts, intake: false, failures: taken.failures })
}

/** A committed operation is told without its hash. */
const toVerdict = ({ seq, verdict, reason, ref, cseq, committedAt }: OperationVerdict): OperationVerdict => ({
  seq,
  verdict,
  reason,
  ref,
  cseq,
  committedAt,
})
