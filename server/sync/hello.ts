import { type HelloInput, type HelloOutput, syncProtocol } from '../../contract/sync.ts'
import { newestVersions } from '../../contract/versions/read-data.ts'
import { helloText } from '../../contract/sync-texts.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database, Tx } from '../store/connect.ts'
import { type Device, findDevice, insertDevice, lockDevice } from '../store/devices.ts'
import { keepSealKey } from '../parcel/device-papers.ts'
import { type ServerIdentity, getEpoch } from '../store/identity.ts'
import { noteFailure, seeIncarnation } from '../store/incarnations.ts'
import { intakeEnd } from '../store/intake.ts'
import { transact } from '../store/transact.ts'
import { certificateOf, findCertified, tellScope } from './certificate.ts'
import { safeSeqOf } from '../durability/safe.ts'
import { isCollecting } from '../restore/collecting.ts'
import { greetIncarnation } from './greet-incarnation.ts'
import { isFreshNonce } from './nonce.ts'

import { serverPublicKey } from './server-key.ts'
import { tellSealKey } from './seal-key.ts'
import { isSignedBy } from './signature.ts'
import type { SyncRefusal } from './sync-refusal.ts'
import { makeToken, tokenLifeMs } from './token.ts'

export interface HelloDeps {
  readonly db: Database
  readonly identity: ServerIdentity
}

/** SYN-6: the device proves that it holds its key and gets a token; an incarnation that is new becomes known. */
export const hello = async (deps: HelloDeps, input: HelloInput): Promise<Result<HelloOutput, SyncRefusal>> => {
  const now = Date.now()
  if (input.proto !== syncProtocol) return err({ code: 'protocol_unsupported' })
  if (!isFreshNonce(deps.identity.tokenKey, input.nonce, now)) return err({ code: 'signature_invalid' })
  return transact(deps.db, (tx) => greet(tx, deps.identity, input, now))
}

const greet = async (
  tx: Tx,
  { tokenKey, signingKey }: ServerIdentity,
  input: HelloInput,
  now: number,
): Promise<Result<HelloOutput, SyncRefusal>> => {
  const device = (await findDevice(tx, input.device)) ?? (await certified(tx, signingKey, input))
  if (device === null || device.publicKey === null) return err({ code: 'device_unknown' })
  if (!isSignedBy(device.publicKey, helloText(input.device, input.inc, input.nonce), input.sig)) {
    return err({ code: 'signature_invalid' })
  }
  const { center } = device
  if ((await lockDevice(tx, center, device.id)) === null) await insertDevice(tx, device)
  const epoch = await getEpoch(tx)
  const collecting = await isCollecting(tx)
  const chain = { center, device: device.id, inc: input.inc }
  const { base, tip, appVersion } = input
  const greeting = { chain, base, tip, now, appVersion, epoch, collecting }
  // What a revoked device still has is taken whatever it builds on: a person will look at it.
  const greeted = await greetIncarnation(tx, device.revoked ? { ...greeting, tip: null, collecting: true } : greeting)
  if (!greeted.ok) {
    await noteFailure(tx, chain, greeted.error.code)
    return greeted
  }
  await seeIncarnation(tx, chain, { now, appVersion, tipSeq: tip.seq })
  if (input.sealKey !== undefined) await keepSealKey(tx, device, input.sealKey)
  const incarnation = greeted.value
  const expiresAt = now + tokenLifeMs
  return ok({
    proto: { min: syncProtocol, max: syncProtocol },
    epoch,
    ack: Math.max(incarnation.ack, device.revoked ? ((await intakeEnd(tx, chain))?.seq ?? 0) : 0),
    safe: await safeSeqOf(tx, chain),
    token: makeToken(tokenKey, { center, device: device.id, inc: input.inc, epoch, expiresAt }),
    expiresAt,
    serverTime: now,
    kinds: newestVersions,
    collecting,
    revoked: device.revoked,
    serverKey: serverPublicKey(signingKey),
    sealKey: tellSealKey(signingKey),
    certificate: certificateOf(signingKey, device) ?? '',
    ...tellScope(device.scope),
  })
}

const certified = async (tx: Tx, signingKey: Buffer, { device, certificate }: HelloInput): Promise<Device | null> =>
  certificate === null ? null : findCertified(tx, signingKey, { device, certificate })
