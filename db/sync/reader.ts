import { type Selectable, sql } from 'kysely'
import { genesisHash } from '../../contract/operation.ts'
import type { SyncReport } from '../../contract/queries/sync-status.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import type { Connection } from '../connection.ts'
import { findOwnOrigin } from '../log/origin.ts'
import { metaReader } from '../meta/reader.ts'
import { query } from '../query.ts'
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
  /** End of the own chain; seq 0 with `genesisHash` while it has no operation. */
  readonly tip: () => { readonly seq: number; readonly hash: string }
  /**
   * The next operations from `fromSeq` on, whatever their status (a server that lost its tail gets them again); null when there
   * are none. At least one operation, however large; `bytes` counts their UTF-8 texts.
   */
  readonly batch: (fromSeq: number, limit: { readonly ops: number; readonly bytes: number }) => PushBatch | null
  readonly countWaiting: () => number
  /** Own operations that were not applied. */
  readonly countAttention: () => number
  /** Oldest first. */
  readonly waiting: (limit: number) => SyncReport['waiting']
  /** Newest first. */
  readonly attention: (limit: number) => SyncReport['attention']
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
  tip: () => {
    const origin = findOwnOrigin(connection)
    const row = origin === null ? null : connection.first(lastSeq, { origin })
    return row === null ? { seq: 0, hash: genesisHash } : { seq: row.seq, hash: bytesToHex(row.hash) }
  },
  batch: (fromSeq, limit) => {
    const origin = findOwnOrigin(connection)
    if (origin === null) return null
    return batchOf(connection.all(ownFrom, { origin, fromSeq: fromSeq - 1, limit: limit.ops + 1 }), fromSeq, limit)
  },
  countWaiting: () => {
    const origin = findOwnOrigin(connection)
    if (origin === null) return 0
    const { ack, last } = positionOf(connection, origin)
    return last - ack
  },
  countAttention: () => connection.first(countAttention, {})?.count ?? 0,
  waiting: (limit) => {
    const origin = findOwnOrigin(connection)
    if (origin === null) return []
    const { ack } = positionOf(connection, origin)
    return connection.all(ownAfter, { origin, ack, limit }).map((row) => entryOf(connection, row))
  },
  attention: (limit) =>
    connection.all(attention, { limit }).map((row) => ({
      ...entryOf(connection, row),
      verdict: row.verdict ?? '',
      reason: row.reason,
    })),
})

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
  limit: { readonly ops: number; readonly bytes: number },
): PushBatch | null => {
  const before = rows.find(({ seq }) => seq === fromSeq - 1)
  const ops: Link[] = []
  let bytes = 0
  for (const row of rows) {
    if (row.seq < fromSeq) continue
    bytes += Buffer.byteLength(row.canon)
    if (ops.length === limit.ops || (ops.length > 0 && bytes > limit.bytes)) break
    ops.push(row)
  }
  const last = ops.at(-1)
  if (last === undefined) return null
  return {
    fromSeq,
    toSeq: last.seq,
    prevHash: before === undefined ? genesisHash : bytesToHex(before.hash),
    lastHash: bytesToHex(last.hash),
    ops: ops.map(({ canon }) => canon),
  }
}

type Listed = Pick<Selectable<OperationTable>, 'op' | 'kind' | 'entity' | 'canon'>

const entryOf = (connection: Connection, { op, kind, entity, canon }: Listed): SyncReport['waiting'][number] => {
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
const notApplied = sql<boolean>`verdict <> 'applied' and status is not null`

const countAttention = statement<NoParams>()(() =>
  query
    .selectFrom('operation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(notApplied),
)

const listed = query.selectFrom('operation').select(['op', 'kind', 'entity', 'canon', 'verdict', 'reason'])

const ownAfter = statement<{ origin: number; ack: number; limit: number }>()((param) =>
  listed.where('origin', '=', param('origin')).where('seq', '>', param('ack')).orderBy('seq').limit(param('limit')),
)

const attention = statement<{ limit: number }>()((param) =>
  listed.where(notApplied).orderBy('n', 'desc').limit(param('limit')),
)

const numberOf = statement<{ id: Uint8Array }>()((param) =>
  query.selectFrom('cases').select('case_no').where('id', '=', param('id')),
)

/** For the test of their plans. */
export const syncStatements = { lastSeq, ownFrom, ownAfter, countAttention, attention } as const
