import { genesisHash } from '../../contract/operation.ts'
import type { HelloInput } from '../../contract/sync.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import type { Tx } from '../store/connect.ts'
import {
  type BaseLink,
  type Incarnation,
  findIncarnations,
  insertIncarnation,
  setState,
} from '../store/incarnations.ts'
import { type Chain, findHash } from '../store/op-log.ts'
import type { IncarnationState } from '../store/schema.ts'
import type { SyncRefusal } from './sync-refusal.ts'

/** An incarnation that was here this recently still works somewhere. */
const liveMs = 24 * 3_600_000

export interface Greeting {
  readonly chain: Chain
  readonly base: BaseLink | null
  /** End of the chain as the device has it; null when somebody else brings a stretch of it. */
  readonly tip: HelloInput['tip'] | null
  readonly now: number
  readonly appVersion: string
  readonly epoch: string
  /** The server was restored: a base that it does not know may be what its backup lacks. */
  readonly collecting: boolean
}

/**
 * SYN-32, SYN-33: finds the incarnation or makes it. One of a device at most is active. A new one that continues the active one, or comes
 * while no other works, takes its place; the one whose place is taken, and one that comes off an older branch, is refused while the other
 * was here within a day, and waits for an administrator. The device's row is locked.
 */
export const greetIncarnation = async (tx: Tx, greeting: Greeting): Promise<Result<Incarnation, SyncRefusal>> => {
  const { chain, base, tip, now } = greeting
  const known = await findIncarnations(tx, chain.center, chain.device)
  const met = known.find(({ inc }) => inc === chain.inc) ?? null
  const active = known.find(({ state }) => state === 'active') ?? null
  if (met !== null && !isSameLink(met.base, base)) return err({ code: 'fork', position: { ack: met.ack, seq: 0 } })
  if (met === null) {
    const standing = await baseStanding(tx, chain, base, known)
    if (standing === 'other' || (standing === 'unknown' && !greeting.collecting)) return err(foreignBase)
  }
  if (tip === null)
    return ok(met ?? (await makeIncarnation(tx, greeting, active === null ? 'active' : 'superseded', known)))
  const isLive = active !== null && now - active.seenAt < liveMs
  switch (met?.state) {
    case 'waiting':
      return err({ code: 'incarnation_waiting' })
    case 'active':
      return compareTip(tx, chain, met, tip)
    case 'superseded':
      if (!met.greeted) break
      if (!isLive) return err({ code: 'fork', position: { ack: met.ack, seq: met.ack + 1 } })
      await setState(tx, chain, 'waiting')
      return err({ code: 'incarnation_waiting' })
    default:
  }
  const waits = isLive && active.ack > 0 && !continues(base, active)
  if (!waits && active !== null) await setState(tx, { ...chain, inc: active.inc }, 'superseded')
  const state = waits ? 'waiting' : 'active'
  if (met !== null) await setState(tx, chain, state)
  const incarnation = met ?? (await makeIncarnation(tx, greeting, state, known))
  return waits ? err({ code: 'incarnation_waiting' }) : compareTip(tx, chain, incarnation, tip)
}

const makeIncarnation = async (
  tx: Tx,
  { chain, base, now, appVersion, epoch, collecting }: Greeting,
  state: IncarnationState,
  known: readonly Incarnation[],
): Promise<Incarnation> => {
  // What an incarnation knows that was here before the backup cannot be told.
  const told = collecting
    ? { cseq: 0, epoch: null }
    : (known.find(({ inc }) => inc === base?.inc)?.told ?? { cseq: 0, epoch })
  await insertIncarnation(tx, { ...chain, base, state, now, appVersion, told })
  const lastHash = base?.hash ?? genesisHash
  return { inc: chain.inc, ack: 0, lastHash, base, state, seenAt: now, greeted: appVersion !== '', told }
}

const compareTip = async (
  tx: Tx,
  chain: Chain,
  met: Incarnation,
  tip: HelloInput['tip'],
): Promise<Result<Incarnation, SyncRefusal>> => {
  const { ack } = met
  if (tip.seq > ack) return ok(met)
  const isForeign = tip.seq > 0 && (await hashAt(tx, chain, met, tip.seq)) !== tip.hash
  if (isForeign) return err({ code: 'fork', position: { ack, seq: tip.seq } })
  return tip.seq < ack ? err({ code: 'fork', position: { ack, seq: tip.seq + 1 } }) : ok(met)
}

/** Seq 0: what does not fit stands before the first operation, and the device begins anew at nothing. */
const foreignBase: SyncRefusal = { code: 'fork', position: { ack: 0, seq: 0 } }

const baseStanding = async (
  tx: Tx,
  chain: Chain,
  base: BaseLink | null,
  known: readonly Incarnation[],
): Promise<'ours' | 'other' | 'unknown'> => {
  if (base === null) return 'ours'
  const older = known.find(({ inc }) => inc === base.inc)
  if (older === undefined || base.seq > older.ack) return 'unknown'
  return (await hashAt(tx, { ...chain, inc: base.inc }, older, base.seq)) === base.hash ? 'ours' : 'other'
}

const hashAt = async (tx: Tx, chain: Chain, incarnation: Incarnation, seq: number): Promise<string | null> => {
  if (seq === 0) return incarnation.base?.hash ?? genesisHash
  return seq === incarnation.ack ? incarnation.lastHash : findHash(tx, chain, seq)
}

/** The base stands in the active chain; nothing at all stands before a chain that itself began at nothing. */
const continues = (base: BaseLink | null, active: Incarnation): boolean =>
  base === null ? active.base === null : base.inc === active.inc

const isSameLink = (one: BaseLink | null, other: BaseLink | null): boolean =>
  one?.inc === other?.inc && one?.seq === other?.seq && one?.hash === other?.hash
