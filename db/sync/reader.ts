import { type Selectable, sql } from 'kysely'
import { genesisHash } from '../../contract/operation.ts'
import type { SyncReport } from '../../contract/queries/sync-status.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import type { Connection } from '../connection.ts'
import { findBaseState } from '../log/base-state.ts'
import { earlierIncarnations } from '../log/incarnation.ts'
import { type BaseLink, baseOf, findOrigin, findOwnOrigin, hashBeforeFirst } from '../log/origin.ts'
import { logReader } from '../log/reader.ts'
import { type Confirmed, confirmedState } from './confirmed.ts'
import { type Heads, headsOf } from './heads.ts'
import { type OfferedStretch, countOrphans, nextOffer } from './next-offer.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
import { putAwayHash } from '../scope/put-away-links.ts'
import type { OperationTable } from '../schema/log.ts'
import { type NoParams, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid, isUuid, uuidToBytes } from '../uuid.ts'

/** How far a device has read the history of its center. */
export interface PullCursor {
  readonly cseq: number
  /** Rolling hash there; `genesisHash` at 0. */
  readonly head: string
}

/** Own operations in one stretch of the chain, ready for a push. */
export interface PushBatch {
  readonly fromSeq: number
  readonly toSeq: number
  /** Chain hash before the first and after the last operation. */
  readonly prevHash: string
  readonly lastHash: string
  /** Canonical texts, byte for byte. */
  readonly ops: readonly string[]
}

export interface SyncReader {
  readonly cursor: (center: string) => PullCursor
  /** Highest seq up to which every own operation of this incarnation is committed (0 = none), and the newest seq there is. */
  readonly position: () => { readonly ack: number; readonly last: number }
  /** End of the own chain, or of that of an earlier incarnation; seq 0 with `genesisHash` while it has no operation. */
  readonly tip: (inc?: string) => { readonly seq: number; readonly hash: string }
  /** The link that this incarnation, or an earlier one, continues; null = it begins at nothing (SYN-27). */
  readonly base: (inc?: string) => BaseLink | null
  /** Earlier incarnations of this device, oldest first. */
  readonly earlier: () => readonly string[]
  /**
   * The next operations from `fromSeq` on, whatever their status (a server that lost its tail gets them again); null when there
   * are none. At least one operation, however large; `bytes` counts their UTF-8 texts.
   */
  readonly batch: (
    fromSeq: number,
    limit: { readonly ops: number; readonly bytes: number },
    inc?: string,
  ) => PushBatch | null
  readonly countWaiting: () => number
  /** Of those that wait: sent, and no answer came back. The server may have them or not. */
  readonly countUnconfirmed: () => number
  /** Operations of others that no server has since it was restored (SYN-29). */
  readonly countOrphans: () => number
  /** Heads of the center's history as far as `to`, or as it is here, made from the log. */
  readonly heads: (center: string, to?: number) => Heads
  /** The next stretch that can be proved to a server that has lost it (SYN-29); `taken`: how far each incarnation was offered already. */
  readonly nextOffer: (taken: ReadonlyMap<string, number>) => OfferedStretch | null
  /** The last own operation that waits and had an older commit number than `former` before a server forgot both; 0 = none. */
  readonly ownBefore: (former: number) => number
  /** Own operations of earlier incarnations that no server has. */
  readonly countEarlierWaiting: () => number
  /** The state of a case or record by what is committed alone, without what waits here. */
  readonly confirmed: (entity: string) => Confirmed
  /** Own operations that were not applied; a duplicate is delivered and not among them. */
  readonly countAttention: () => number
  /** Oldest first. */
  readonly waiting: (limit: number) => SyncReport['waiting']
  /** Newest first. */
  readonly attention: (limit: number) => SyncReport['attention']
  /** Operations of other desks by people whose account was closed when they came in; newest first. */
  readonly ofClosedAccounts: (limit: number) => readonly string[]
}

export const syncReader = (connection: Connection): SyncReader => ({
  cursor: (center) => {
    const row = connection.first(cursorOf, { center })
    return row === null ? { cseq: 0, head: genesisHash } : { cseq: row.cseq, head: bytesToHex(row.head) }
  },
  position: () => {
    const origin = findOwnOrigin(connection)
    if (origin === null) return { ack: 0, last: 0 }
    return positionOf(connection, origin)
  },
  tip: (inc) => {
    const origin = ownOriginOf(connection, inc)
    const row = origin === null ? null : connection.first(lastSeq, { origin })
    return row === null ? { seq: 0, hash: genesisHash } : { seq: row.seq, hash: bytesToHex(row.hash) }
  },
  base: (inc) => {
    const origin = ownOriginOf(connection, inc)
    return origin === null ? null : baseOf(connection, origin)
  },
  earlier: () => earlierIncarnations(connection),
  batch: (fromSeq, limit, inc) => {
    const origin = ownOriginOf(connection, inc)
    if (origin === null) return null
    const rows = connection.all(ownFrom, { origin, fromSeq: fromSeq - 1, limit: limit.ops + 1 })
    const hashBefore = putAwayHash(connection, origin, fromSeq - 1) ?? hashBeforeFirst(connection, origin)
    return batchOf(rows, fromSeq, hashBefore, limit)
  },
  countWaiting: () => {
    const origin = findOwnOrigin(connection)
    if (origin === null) return 0
    const { ack, last } = positionOf(connection, origin)
    return last - ack
  },
  countUnconfirmed: () => {
    const origin = findOwnOrigin(connection)
    if (origin === null) return 0
    const { ack } = positionOf(connection, origin)
    return connection.first(countSent, { origin, ack })?.count ?? 0
  },
  countOrphans: () => countOrphans(connection),
  heads: (center, to) => headsOf(connection, center, to),
  nextOffer: (taken) => nextOffer(connection, taken),
  ownBefore: (former) => {
    const origin = findOwnOrigin(connection)
    if (origin === null) return 0
    return connection.first(ownBefore, { origin, ack: positionOf(connection, origin).ack, former })?.seq ?? 0
  },
  countEarlierWaiting: () => {
    const device = metaReader(connection).findDevice()
    const origin = findOwnOrigin(connection)
    if (device === null) return 0
    const params = { device: uuidToBytes(device.device), origin: origin ?? 0 }
    return connection.first(earlierWaiting, params)?.count ?? 0
  },
  confirmed: (entity) => confirmedState(logReader(connection).ofEntity(entity), findBaseState(connection, entity)),
  countAttention: () => connection.first(countAttention, {})?.count ?? 0,
  waiting: (limit) => {
    const origin = findOwnOrigin(connection)
    if (origin === null) return []
    const { ack } = positionOf(connection, origin)
    return connection
      .all(ownAfter, { origin, ack, limit })
      .map((row) => ({ ...entryOf(connection, row), sent: row.status === 'sent' }))
  },
  attention: (limit) =>
    connection.all(attention, { limit }).map((row) => ({
      ...entryOf(connection, row),
      verdict: row.verdict ?? '',
      reason: row.reason,
    })),
  ofClosedAccounts: (limit) => connection.all(ofClosedAccounts, { limit }).map(({ op }) => bytesToUuid(op)),
})

/** Of this incarnation when none is named. */
const ownOriginOf = (connection: Connection, inc: string | undefined): number | null => {
  if (inc === undefined) return findOwnOrigin(connection)
  const device = metaReader(connection).findDevice()
  return device === null ? null : findOrigin(connection, device.device, inc)
}

/** The server gives verdicts in the order of the chain, so one number parts what waits from what is done. */
export const positionOf = (
  connection: Connection,
  origin: number,
): { readonly ack: number; readonly last: number } => ({
  ack: Number(metaReader(connection).find('ack') ?? '0'),
  last: connection.first(lastSeq, { origin })?.seq ?? 0,
})

type Link = Pick<Selectable<OperationTable>, 'seq' | 'hash' | 'canon'>

/** `rows` begin one before `fromSeq`, for the hash there, except at the start of the chain. */
const batchOf = (
  rows: readonly Link[],
  fromSeq: number,
  hashBefore: string,
  limit: { readonly ops: number; readonly bytes: number },
): PushBatch | null => {
  const before = rows.find(({ seq }) => seq === fromSeq - 1)
  const ops: Link[] = []
  let bytes = 0
  for (const row of rows) {
    if (row.seq < fromSeq) continue
    // A store made anew from its journal lacks what was safe; a pull brings it.
    if (row.seq !== fromSeq + ops.length) break
    bytes += Buffer.byteLength(row.canon)
    if (ops.length === limit.ops || (ops.length > 0 && bytes > limit.bytes)) break
    ops.push(row)
  }
  const last = ops.at(-1)
  if (last === undefined) return null
  return {
    fromSeq,
    toSeq: last.seq,
    prevHash: before === undefined ? hashBefore : bytesToHex(before.hash),
    lastHash: bytesToHex(last.hash),
    ops: ops.map(({ canon }) => canon),
  }
}

type Listed = Pick<Selectable<OperationTable>, 'op' | 'kind' | 'entity' | 'canon'>

const entryOf = (
  connection: Connection,
  { op, kind, entity, canon }: Listed,
): Omit<SyncReport['waiting'][number], 'sent'> => {
  const { wall, data } = operationOf(canon)
  // The opening act carries the number itself; its case may not be in force.
  const carried = typeof data['caseNo'] === 'string' ? data['caseNo'] : null
  const caseNo =
    carried ?? (isUuid(entity) ? (connection.first(numberOf, { id: uuidToBytes(entity) })?.case_no ?? null) : null)
  return { op: bytesToUuid(op), kind, caseNo, at: wall }
}

const cursorOf = statement<{ center: string }>()((param) =>
  query.selectFrom('cursor').select(['cseq', 'head']).where('center', '=', param('center')),
)

const lastSeq = statement<{ origin: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['seq', 'hash'])
    .where('origin', '=', param('origin'))
    .orderBy('seq', 'desc')
    .limit(1),
)

const ownFrom = statement<{ origin: number; fromSeq: number; limit: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['seq', 'hash', 'canon'])
    .where('origin', '=', param('origin'))
    .where('seq', '>=', param('fromSeq'))
    .orderBy('seq')
    .limit(param('limit')),
)

/** Written as the index `operation_attention` says it, or SQLite does not use it. */
const notApplied = sql<boolean>`verdict not in ('applied', 'merged') and status is not null
  and (reason is null or reason <> 'duplicate_operation')`

const countAttention = statement<NoParams>()(() =>
  query
    .selectFrom('operation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(notApplied),
)

const listed = query.selectFrom('operation').select(['op', 'kind', 'entity', 'canon', 'status', 'verdict', 'reason'])

const ownAfter = statement<{ origin: number; ack: number; limit: number }>()((param) =>
  listed.where('origin', '=', param('origin')).where('seq', '>', param('ack')).orderBy('seq').limit(param('limit')),
)

const countSent = statement<{ origin: number; ack: number }>()((param) =>
  query
    .selectFrom('operation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('origin', '=', param('origin'))
    .where('seq', '>', param('ack'))
    .where('status', '=', 'sent'),
)

const ownBefore = statement<{ origin: number; ack: number; former: number }>()((param) =>
  query
    .selectFrom('operation')
    .select('seq')
    .where('origin', '=', param('origin'))
    .where('seq', '>', param('ack'))
    .where('former_cseq', '<', param('former'))
    .orderBy('seq', 'desc')
    .limit(1),
)

const earlierWaiting = statement<{ device: Uint8Array; origin: number }>()((param) =>
  query
    .selectFrom('origin')
    .innerJoin('operation', 'operation.origin', 'origin.n')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('origin.device', '=', param('device'))
    .where('origin.n', '<>', param('origin'))
    .where('operation.status', 'is not', null)
    .where('operation.cseq', 'is', null),
)

const attention = statement<{ limit: number }>()((param) =>
  listed.where(notApplied).orderBy('n', 'desc').limit(param('limit')),
)

/** Written as the index `operation_disabled` says it. */
const ofClosedAccounts = statement<{ limit: number }>()((param) =>
  query
    .selectFrom('operation')
    .select('op')
    .where(sql<boolean>`reason = 'actor_disabled' and status is null`)
    .orderBy('n', 'desc')
    .limit(param('limit')),
)

const numberOf = statement<{ id: Uint8Array }>()((param) =>
  query.selectFrom('cases').select('case_no').where('id', '=', param('id')),
)

/** For the test of their plans. */
export const syncStatements = {
  lastSeq,
  ownFrom,
  ownAfter,
  countSent,
  countAttention,
  attention,
  ofClosedAccounts,
} as const
