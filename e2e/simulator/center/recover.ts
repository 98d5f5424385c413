import { syncProtocol } from '../../../contract/sync.ts'
import type { RecoverInput, RecoverOutput } from '../../../contract/sync-recovery.ts'
import { pushText } from '../../../contract/sync-texts.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { isSignedByServer } from '../../../server/sync/server-key.ts'
import { isSignedBy } from '../../../server/sync/signature.ts'
import type { SyncRefusal } from '../../../server/sync/sync-refusal.ts'
import type { Session } from '../../../server/sync/token.ts'
import { withSignature } from '../../../server/sync/with-signature.ts'
import { type CenterState, changeIncarnation } from './center-state.ts'
import { findCertified } from './certificates.ts'
import { greetIncarnation } from './greet.ts'
import { judgeServerArrivals } from './reference.ts'
import { type Judge, type ServerMaker, addToIntake, checkBatch, takeArrivals } from './take.ts'

/** What server/sync/recover.ts does with SQL. */
export const recover = (
  state: CenterState,
  maker: ServerMaker,
  session: Session,
  input: RecoverInput,
  judgeOthers: Judge,
  now: number,
): Result<RecoverOutput, SyncRefusal> => {
  if (input.proto !== syncProtocol) return err({ code: 'protocol_unsupported' })
  const bringer = state.devices.get(session.device)
  if (bringer === undefined) return err({ code: 'device_unknown' })
  if (bringer.revokedAt !== null) return err({ code: 'device_revoked' })
  const { epoch } = state
  if (session.epoch !== epoch) return err({ code: 'token_invalid' })
  if (input.epoch !== epoch) return err({ code: 'epoch_changed', position: { ack: 0, seq: null } })
  if (state.collectingSince === null) return err({ code: 'scope_forbidden' })
  const known = state.devices.get(input.device) ?? null
  const { certificate } = input
  const device =
    known ?? (certificate === undefined ? null : findCertified(state, maker.signingKey, { ...input, certificate }))
  if (device === null) return err({ code: 'device_unknown' })
  const { publicKey } = device
  const text = pushText(input.device, input.inc, input.lastHash)
  const isSigned =
    publicKey === null ? isSignedByServer(maker.signingKey, text, input.sig) : isSignedBy(publicKey, text, input.sig)
  if (!isSigned) return err({ code: 'signature_invalid' })
  if (known === null) state.devices.set(device.id, device)
  const chain = { device: input.device, inc: input.inc }
  const greeted = greetIncarnation(state, { chain, base: input.base, tip: null, now, appVersion: '', collecting: true })
  if (!greeted.ok) return greeted
  const revoked = device.revokedAt !== null
  const checked = checkBatch(state, chain, revoked, greeted.value, input)
  if (!checked.ok) return checked
  const { fresh, ack } = checked.value
  if (revoked) {
    addToIntake(state, chain, fresh, input.sig)
    return ok({ epoch, ack })
  }
  const judge = publicKey === null ? judgeServerArrivals : judgeOthers
  const told = { cseq: 0, epoch: null }
  const place = { chain, deviceNo: device.deviceNo, told, receivedAt: now, recovered: true } as const
  takeArrivals(state, maker, judge, place, withSignature(fresh, input.sig), now)
  const { greeted: isKnown, seenAt } = greeted.value
  changeIncarnation(state, chain, { seenAt: isKnown ? seenAt : 0 })
  return ok({ epoch, ack })
}
