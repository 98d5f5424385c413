import { genesisHash } from '../../../contract/operation.ts'
import { type HelloInput, type HelloOutput, syncProtocol } from '../../../contract/sync.ts'
import { helloText } from '../../../contract/sync-texts.ts'
import { newestVersions } from '../../../contract/versions/read-data.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { isFreshNonce } from '../../../server/sync/nonce.ts'
import { serverPublicKey } from '../../../server/sync/server-key.ts'
import { isSignedBy } from '../../../server/sync/signature.ts'
import type { SyncRefusal } from '../../../server/sync/sync-refusal.ts'
import { tellSealKey } from '../../../server/sync/seal-key.ts'
import { makeToken, tokenLifeMs } from '../../../server/sync/token.ts'
import {
  type BaseLink,
  type CenterDevice,
  type CenterState,
  type ChainName,
  type Incarnation,
  addIncarnation,
  changeIncarnation,
  incarnationOf,
  intakeOf,
  rowsOfChain,
  safeSeq,
} from './center-state.ts'
import { certificateOf, findCertified } from './certificates.ts'

export interface CenterKeys {
  readonly tokenKey: Buffer
  readonly signingKey: Buffer
}

/** What server/sync/hello.ts does with SQL. */
export const hello = (
  state: CenterState,
  { tokenKey, signingKey }: CenterKeys,
  input: HelloInput,
  now: number,
): Result<HelloOutput, SyncRefusal> => {
  if (input.proto !== syncProtocol) return err({ code: 'protocol_unsupported' })
  if (!isFreshNonce(tokenKey, input.nonce, now)) return err({ code: 'signature_invalid' })
  const known = state.devices.get(input.device) ?? null
  const device = known ?? certified(state, signingKey, input)
  if (device === null || device.publicKey === null) return err({ code: 'device_unknown' })
  if (!isSignedBy(device.publicKey, helloText(input.device, input.inc, input.nonce), input.sig)) {
    return err({ code: 'signature_invalid' })
  }
  if (known === null || input.sealKey !== undefined)
    state.devices.set(device.id, input.sealKey === undefined ? device : { ...device, sealKey: input.sealKey.key })
  const chain = { device: device.id, inc: input.inc }
  const collecting = state.collectingSince !== null
  const revoked = device.revokedAt !== null
  const { base, tip, appVersion } = input
  const greeting = { chain, base, tip, now, appVersion, collecting }
  const greeted = greetIncarnation(state, revoked ? { ...greeting, tip: null, collecting: true } : greeting)
  if (!greeted.ok) return greeted
  changeIncarnation(state, chain, { seenAt: now, greeted: appVersion !== '' })
  const expiresAt = now + tokenLifeMs
  return ok({
    proto: { min: syncProtocol, max: syncProtocol },
    epoch: state.epoch,
    ack: Math.max(greeted.value.ack, revoked ? (intakeOf(state, chain).at(-1)?.seq ?? 0) : 0),
    safe: safeSeq(state, chain),
    token: makeToken(tokenKey, { center: state.data.code, ...chain, epoch: state.epoch, expiresAt }),
    expiresAt,
    serverTime: now,
    kinds: newestVersions,
    collecting,
    revoked,
    sealKey: tellSealKey(signingKey),
    ...(device.scope === undefined || device.scope.kind === 'center' ? {} : { scope: device.scope }),
    serverKey: serverPublicKey(signingKey),
    certificate: certificateOf(state, signingKey, device) ?? '',
  })
}

const certified = (state: CenterState, signingKey: Buffer, { device, certificate }: HelloInput): CenterDevice | null =>
  certificate === null ? null : findCertified(state, signingKey, { device, certificate })

const liveMs = 24 * 3_600_000

export interface Greeting {
  readonly chain: ChainName
  readonly base: BaseLink | null
  readonly tip: HelloInput['tip'] | null
  readonly now: number
  readonly appVersion: string
  readonly collecting: boolean
}

/** What server/sync/greet-incarnation.ts does with SQL, line by line. */
export const greetIncarnation = (state: CenterState, greeting: Greeting): Result<Incarnation, SyncRefusal> => {
  const { chain, base, tip, now } = greeting
  const known = state.incarnations.get(chain.device) ?? []
  const met = incarnationOf(state, chain)
  const active = known.find((one) => one.state === 'active') ?? null
  if (met !== null && !isSameLink(met.base, base)) return err({ code: 'fork', position: { ack: met.ack, seq: 0 } })
  if (met === null) {
    const standing = baseStanding(state, chain, base)
    if (standing === 'other' || (standing === 'unknown' && !greeting.collecting)) return err(foreignBase)
  }
  if (tip === null) return ok(met ?? makeIncarnation(state, greeting, active === null ? 'active' : 'superseded'))
  const isLive = active !== null && now - active.seenAt < liveMs
  switch (met?.state) {
    case 'waiting':
      return err({ code: 'incarnation_waiting' })
    case 'active':
      return compareTip(state, chain, met, tip)
    case 'superseded':
      if (!met.greeted) break
      if (!isLive) return err({ code: 'fork', position: { ack: met.ack, seq: met.ack + 1 } })
      changeIncarnation(state, chain, { state: 'waiting' })
      return err({ code: 'incarnation_waiting' })
    default:
  }
  const waits = isLive && active.ack > 0 && !continues(base, active)
  if (!waits && active !== null) changeIncarnation(state, { ...chain, inc: active.inc }, { state: 'superseded' })
  const standing = waits ? 'waiting' : 'active'
  if (met !== null) changeIncarnation(state, chain, { state: standing })
  const incarnation = met ?? makeIncarnation(state, greeting, standing)
  return waits ? err({ code: 'incarnation_waiting' }) : compareTip(state, chain, incarnation, tip)
}

const makeIncarnation = (
  state: CenterState,
  { chain, base, now, appVersion, collecting }: Greeting,
  standing: Incarnation['state'],
): Incarnation => {
  const known = state.incarnations.get(chain.device) ?? []
  const told = collecting
    ? { cseq: 0, epoch: null }
    : (known.find(({ inc }) => inc === base?.inc)?.told ?? { cseq: 0, epoch: state.epoch })
  const made = {
    inc: chain.inc,
    ack: 0,
    lastHash: base?.hash ?? genesisHash,
    base,
    state: standing,
    seenAt: now,
    greeted: appVersion !== '',
    told,
  }
  addIncarnation(state, chain.device, made)
  return made
}

const compareTip = (
  state: CenterState,
  chain: ChainName,
  met: Incarnation,
  tip: HelloInput['tip'],
): Result<Incarnation, SyncRefusal> => {
  const { ack } = met
  if (tip.seq > ack) return ok(met)
  const isForeign = tip.seq > 0 && hashAt(state, chain, met, tip.seq) !== tip.hash
  if (isForeign) return err({ code: 'fork', position: { ack, seq: tip.seq } })
  return tip.seq < ack ? err({ code: 'fork', position: { ack, seq: tip.seq + 1 } }) : ok(met)
}

const foreignBase: SyncRefusal = { code: 'fork', position: { ack: 0, seq: 0 } }

const baseStanding = (state: CenterState, chain: ChainName, base: BaseLink | null): 'ours' | 'other' | 'unknown' => {
  if (base === null) return 'ours'
  const older = incarnationOf(state, { ...chain, inc: base.inc })
  if (older === null || base.seq > older.ack) return 'unknown'
  return hashAt(state, { ...chain, inc: base.inc }, older, base.seq) === base.hash ? 'ours' : 'other'
}

const hashAt = (state: CenterState, chain: ChainName, incarnation: Incarnation, seq: number): string | null => {
  if (seq === 0) return incarnation.base?.hash ?? genesisHash
  return seq === incarnation.ack ? incarnation.lastHash : (rowsOfChain(state, chain).get(seq)?.hash ?? null)
}

const continues = (base: BaseLink | null, active: Incarnation): boolean =>
  base === null ? active.base === null : base.inc === active.inc

const isSameLink = (one: BaseLink | null, other: BaseLink | null): boolean =>
  one?.inc === other?.inc && one?.seq === other?.seq && one?.hash === other?.hash
