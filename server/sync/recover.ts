import { syncProtocol } from '../../contract/sync.ts'
import type { RecoverInput, RecoverOutput } from '../../contract/sync-recovery.ts'
import { pushText } from '../../contract/sync-texts.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import { isCollecting } from '../restore/collecting.ts'
import { placesPerCenter, takeCenterPlace } from '../store/center-places.ts'
import type { Database, Tx } from '../store/connect.ts'
import { type Device, findDevice, insertDevice, lockDevice } from '../store/devices.ts'
import { getEpoch } from '../store/identity.ts'
import { setSeen } from '../store/incarnations.ts'
import { addToIntake } from '../store/intake.ts'
import { transact } from '../store/transact.ts'
import { type ChainedText, chainTexts } from './chain-problem.ts'
import { findCertified } from './certificate.ts'
import { checkBatch } from './check-batch.ts'
import { greetIncarnation } from './greet-incarnation.ts'
import { type RuleFailure, judgeArrivals } from './judge-arrivals.ts'
import { judgeServerArrivals } from './judge-server-arrivals.ts'
import { takeArrivals } from './take-arrivals.ts'
import { isSignedByServer } from './server-key.ts'
import { isSignedBy } from './signature.ts'
import type { SyncRefusal } from './sync-refusal.ts'
import type { Session } from './token.ts'
import { withSignature } from './with-signature.ts'

export interface RecoverDeps {
  readonly db: Database
  readonly signingKey: Buffer
  readonly report: (failure: RuleFailure) => void
}

/**
 * SYN-38: takes a stretch of any chain of the center from a device that had pulled it before a restore. The signature of the origin proves
 * it, the server's own for S01, so whoever brings it can change nothing; it is then taken as if the origin pushed it.
 */
export const recover = async (
  deps: RecoverDeps,
  session: Session,
  input: RecoverInput,
): Promise<Result<RecoverOutput, SyncRefusal>> => {
  if (input.proto !== syncProtocol) return err({ code: 'protocol_unsupported' })
  const chained = chainTexts(input)
  const now = Date.now()
  const taken = await transact(deps.db, (tx) => take(tx, deps.signingKey, session, input, chained, now))
  if (!taken.ok) return taken
  for (const failure of taken.value.failures) deps.report(failure)
  return ok({ epoch: taken.value.epoch, ack: taken.value.ack })
}

type Taken = RecoverOutput & { readonly failures: readonly RuleFailure[] }

const take = async (
  tx: Tx,
  signingKey: Buffer,
  session: Session,
  input: RecoverInput,
  chained: readonly ChainedText[],
  now: number,
): Promise<Result<Taken, SyncRefusal>> => {
  const { center } = session
  const bringer = await findDevice(tx, session.device)
  if (bringer === null || bringer.center !== center) return err({ code: 'device_unknown' })
  if (bringer.revoked) return err({ code: 'device_revoked' })
  const epoch = await getEpoch(tx)
  if (session.epoch !== epoch) return err({ code: 'token_invalid' })
  if (input.epoch !== epoch) return err({ code: 'epoch_changed', position: { ack: 0, seq: null } })
  // Outside of a re-collection everybody pushes for himself.
  if (!(await isCollecting(tx))) return err({ code: 'scope_forbidden' })
  const known = await lockDevice(tx, center, input.device)
  const device = known ?? (await certified(tx, signingKey, center, input))
  if (device === null) return err({ code: 'device_unknown' })
  if (!(await takeCenterPlace(tx, center, placesPerCenter))) return err({ code: 'busy' })
  const { publicKey } = device
  const text = pushText(input.device, input.inc, input.lastHash)
  const isSigned =
    publicKey === null ? isSignedByServer(signingKey, text, input.sig) : isSignedBy(publicKey, text, input.sig)
  if (!isSigned) return err({ code: 'signature_invalid' })
  if (known === null) await insertDevice(tx, device)
  const chain = { center, device: input.device, inc: input.inc }
  const greeted = await greetIncarnation(tx, {
    chain,
    base: input.base,
    tip: null,
    now,
    appVersion: '',
    epoch,
    collecting: true,
  })
  if (!greeted.ok) return greeted
  const checked = await checkBatch(tx, chain, { device, incarnation: greeted.value }, input, chained)
  if (!checked.ok) return checked
  const { fresh } = checked.value
  const ack = Math.max(checked.value.ack, input.fromSeq + chained.length - 1)
  if (device.revoked) {
    await addToIntake(tx, chain, withSignature(fresh, input.sig), now)
    return ok({ epoch, ack, failures: [] })
  }
  const judge = publicKey === null ? judgeServerArrivals : judgeArrivals
  const place = {
    chain,
    deviceNo: device.deviceNo,
    told: { cseq: 0, epoch: null },
    epoch,
    receivedAt: now,
    recovered: true,
  } as const
  const taken = await takeArrivals(tx, judge, place, withSignature(fresh, input.sig), now)
  // SYN-49: nobody heard of the origin itself.
  const { greeted: isKnown, seenAt } = greeted.value
  await setSeen(tx, chain, isKnown ? seenAt : 0)
  return ok({ epoch, ack, failures: taken.failures })
}

/** SYN-110: a device that was let in after the backup, and may never come back itself, as the certificate that others keep of it tells. */
const certified = async (
  tx: Tx,
  signingKey: Buffer,
  center: string,
  { device, certificate }: RecoverInput,
): Promise<Device | null> => {
  if (certificate === undefined) return null
  const found = await findCertified(tx, signingKey, { device, certificate })
  return found?.center === center ? found : null
}
