import { sql } from 'kysely'
import { genesisHash } from '../../contract/operation.ts'
import type { Database, Tx } from './connect.ts'
import type { Chain } from './op-log.ts'
import type { IncarnationState } from './schema.ts'

/** A place in the chain of an incarnation. */
export interface BaseLink {
  readonly inc: string
  readonly seq: number
  readonly hash: string
}

export interface Incarnation {
  readonly inc: string
  /** Highest committed seq, and its chain hash. */
  readonly ack: number
  readonly lastHash: string
  /** What stands before its first operation; null = nothing. */
  readonly base: BaseLink | null
  readonly state: IncarnationState
  readonly seenAt: number
  /** It has said hello itself; what others bring of it does not count. */
  readonly greeted: boolean
  readonly told: Told
}

/** Newest commit number that an incarnation may know of, in an epoch; without an epoch nobody can say what it knows. */
export interface Told {
  readonly cseq: number
  readonly epoch: string | null
}

/** Every incarnation of a device, oldest first. */
export const findIncarnations = async (
  db: Database | Tx,
  center: string,
  device: string,
): Promise<readonly Incarnation[]> => {
  const rows = await db
    .selectFrom('device_incarnation')
    .selectAll()
    .where('center', '=', center)
    .where('device', '=', device)
    .orderBy('created_at')
    .orderBy('inc')
    .execute()
  return rows.map((row) => ({
    inc: row.inc,
    ack: row.ack,
    lastHash: row.last_hash,
    base:
      row.base_inc === null || row.base_seq === null || row.base_hash === null
        ? null
        : { inc: row.base_inc, seq: row.base_seq, hash: row.base_hash },
    state: row.state,
    seenAt: row.seen_at,
    greeted: row.app_version !== '',
    told: { cseq: row.told_cseq, epoch: row.told_epoch },
  }))
}

export const findIncarnation = async (db: Database | Tx, chain: Chain): Promise<Incarnation | null> =>
  (await findIncarnations(db, chain.center, chain.device)).find(({ inc }) => inc === chain.inc) ?? null

export interface NewIncarnation extends Chain {
  readonly base: BaseLink | null
  readonly state: IncarnationState
  readonly now: number
  readonly appVersion: string
  readonly told: Told
}

/** Nothing happens when there is one of this id. Its chain begins at the hash of its base. */
export const insertIncarnation = async (tx: Tx, made: NewIncarnation): Promise<void> => {
  const { center, device, inc, base, now } = made
  await tx
    .insertInto('device_incarnation')
    .values({
      center,
      device,
      inc,
      ack: 0,
      last_hash: base?.hash ?? genesisHash,
      created_at: now,
      seen_at: now,
      app_version: made.appVersion,
      base_inc: base?.inc ?? null,
      base_seq: base?.seq ?? null,
      base_hash: base?.hash ?? null,
      state: made.state,
      told_cseq: made.told.cseq,
      told_epoch: made.told.epoch,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export const setState = async (tx: Tx, chain: Chain, state: IncarnationState): Promise<void> => {
  await ofChain(tx, chain).set({ state }).execute()
}

/** An administrator says that this one is the device. */
export const confirmState = async (tx: Tx, chain: Chain, now: number): Promise<void> => {
  await ofChain(tx, chain).set({ state: 'active', seen_at: now }).execute()
}

/** Remembers when and with which version it was last here, and how long its chain is. */
export const seeIncarnation = async (
  tx: Tx,
  chain: Chain,
  seen: { readonly now: number; readonly appVersion: string; readonly tipSeq: number },
): Promise<void> => {
  await ofChain(tx, chain)
    .set({ seen_at: seen.now, app_version: seen.appVersion, tip_seq: seen.tipSeq, failures: 0, last_code: null })
    .execute()
}

/** When it was heard of itself; 0 = never. */
export const setSeen = async (tx: Tx, chain: Chain, seenAt: number): Promise<void> => {
  await ofChain(tx, chain).set({ seen_at: seenAt }).execute()
}

/** A page up to this commit number was sent to it. */
export const noteTold = async (db: Database, chain: Chain, told: Told, now: number): Promise<void> => {
  await ofChain(db, chain)
    .set({ told_cseq: told.cseq, told_epoch: told.epoch, seen_at: now })
    .where(sql<boolean>`(told_cseq < ${told.cseq} or told_epoch is distinct from ${told.epoch})`)
    .execute()
}

/** SYN-44: one request of it was refused, or the server failed on it. */
export const noteFailure = async (db: Database | Tx, chain: Chain, code: string): Promise<void> => {
  await ofChain(db, chain)
    .set({ failures: sql`failures + 1`, last_code: code })
    .execute()
}

const ofChain = (db: Database | Tx, chain: Chain) =>
  db
    .updateTable('device_incarnation')
    .where('center', '=', chain.center)
    .where('device', '=', chain.device)
    .where('inc', '=', chain.inc)
