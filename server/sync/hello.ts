import { type HelloInput, type HelloOutput, syncProtocol } from '../../contract/sync.ts'
import { helloText } from '../../contract/sync-texts.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Database } from '../store/connect.ts'
import { findDevice, findIncarnation, seeIncarnation } from '../store/devices.ts'
import type { ServerIdentity } from '../store/identity.ts'
import { isFreshNonce } from './nonce.ts'
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
  const device = await findDevice(deps.db, input.device)
  if (device === null || device.publicKey === null) return err({ code: 'device_unknown' })
  if (!isSignedBy(device.publicKey, helloText(input.device, input.inc, input.nonce), input.sig)) {
    return err({ code: 'signature_invalid' })
  }
  if (device.revoked) return err({ code: 'device_revoked' })
  const { center } = device
  await seeIncarnation(deps.db, { center, device: device.id, inc: input.inc, now, appVersion: input.appVersion })
  const incarnation = await findIncarnation(deps.db, center, device.id, input.inc)
  const expiresAt = now + tokenLifeMs
  return ok({
    proto: { min: syncProtocol, max: syncProtocol },
    epoch: deps.identity.epoch,
    ack: incarnation?.ack ?? 0,
    safe: 0,
    token: makeToken(deps.identity.tokenKey, { center, device: device.id, inc: input.inc, expiresAt }),
    expiresAt,
    serverTime: now,
    kinds: {},
    collecting: false,
    revoked: false,
    serverKey: '',
    certificate: '',
  })
}
