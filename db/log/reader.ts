import { type Selectable, sql } from 'kysely'
import type { Verdict } from '../../contract/sync.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import type { OperationTable, OriginTable } from '../schema/log.ts'
import { type NoParams, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid, uuidToBytes } from '../uuid.ts'
import { type BaseState, findBaseState } from './base-state.ts'
import { findOwnOrigin } from './origin.ts'

/**
 * Where an own operation is: `pending` only here, `sent` on its way, `committed` with a verdict, `safe` also on a second machine
 * of the server. Null = made elsewhere and pulled.
 */
export const ownStatuses = ['pending', 'sent', 'committed', 'safe'] as const
export type OwnStatus = (typeof ownStatuses)[number]

/** Why a pulled operation is kept but not folded. */
export const heldReasons = ['unknown_kind', 'unknown_version', 'data_invalid', 'does_not_follow'] as const
export type HeldReason = (typeof heldReasons)[number]

/** One operation of the log, own or pulled. */
export interface LoggedOperation {
  /** Position in this file, ascending in the order of arrival. */
  readonly n: number
  readonly op: string
  readonly device: string
  readonly inc: string
  readonly seq: number
  readonly entity: string
  readonly kind: string
  /** Canonical JSON, byte for byte as hashed. */
  readonly canon: string
  /** Lower-case hex. */
  readonly hash: string
  readonly status: OwnStatus | null
  /** Commit number of the center, null until known. */
  readonly cseq: number | null
  readonly verdict: Verdict | null
  readonly reason: string | null
  /** Id of the operation that it lost against or hangs on. */
  readonly ref: string | null
  /** Epoch milliseconds. */
  readonly committedAt: number | null
  readonly held: HeldReason | null
  /** Clock value that every desk shows and merges by (SYN-28); null until the server has said it. */
  readonly hlcEff: string | null
  /** What a server said that has forgotten it since; foreign operations with it and without `verdict` are orphans (SYN-29). */
  readonly former: { readonly cseq: number; readonly verdict: Verdict } | null
}

export interface LogReader {
  /** By operation id. */
  readonly find: (op: string) => LoggedOperation | null
  /**
   * All operations of an entity: committed ones in commit order, then those that a restored server forgot in the order they had, then own
   * ones in the order they were made. One that stands in two chains is given once, as it is in force (SYN-26).
   */
  readonly ofEntity: (entity: string) => readonly LoggedOperation[]
  /** What a snapshot brought in the place of the operations up to it (SYN-60); null where everything is here. */
  readonly base: (entity: string) => BaseState | null
  /** True when there is one. */
  readonly hasEntity: (entity: string) => boolean
  /** Newest own operation of this incarnation. */
  readonly findLastOwn: () => LoggedOperation | null
  readonly count: () => number
}

export const logReader = (connection: Connection): LogReader => ({
  find: (op) => {
    const row = connection.first(byOp, { op: uuidToBytes(op) })
    return row === null ? null : toLogged(row)
  },
  ofEntity: (entity) => withoutCopies(connection.all(byEntity, { entity })).map(toLogged),
  base: (entity) => findBaseState(connection, entity),
  hasEntity: (entity) =>
    connection.first(anyOfEntity, { entity }) !== null || findBaseState(connection, entity) !== null,
  findLastOwn: () => {
    const origin = findOwnOrigin(connection)
    const row = origin === null ? null : connection.first(lastOfOrigin, { origin })
    return row === null ? null : toLogged(row)
  },
  count: () => connection.first(countAll, {})?.count ?? 0,
})

/** The first of each id: what is committed comes first, and what came later with the same id was refused as a duplicate. */
const withoutCopies = (rows: readonly LoggedRow[]): readonly LoggedRow[] => {
  if (rows.length < 2) return rows
  const seen = new Set<string>()
  return rows.filter(({ op }) => {
    const id = bytesToHex(op)
    if (seen.has(id)) return false
    seen.add(id)
    return true
  })
}

type LoggedRow = Omit<Selectable<OperationTable>, 'origin' | 'hlc' | 'redacted'> &
  Pick<Selectable<OriginTable>, 'device' | 'inc'>

const toLogged = (row: LoggedRow): LoggedOperation => ({
  n: row.n,
  op: bytesToUuid(row.op),
  device: bytesToUuid(row.device),
  inc: bytesToUuid(row.inc),
  seq: row.seq,
  entity: row.entity,
  kind: row.kind,
  canon: row.canon,
  hash: bytesToHex(row.hash),
  status: row.status,
  cseq: row.cseq,
  verdict: row.verdict,
  reason: row.reason,
  ref: row.ref === null ? null : bytesToUuid(row.ref),
  committedAt: row.committed_at,
  held: row.held,
  hlcEff: row.hlc_eff,
  former:
    row.former_cseq === null || row.former_verdict === null
      ? null
      : { cseq: row.former_cseq, verdict: row.former_verdict },
})

const logged = query
  .selectFrom('operation')
  .innerJoin('origin', 'origin.n', 'operation.origin')
  .select([
    'operation.n',
    'operation.op',
    'origin.device',
    'origin.inc',
    'operation.seq',
    'operation.entity',
    'operation.kind',
    'operation.canon',
    'operation.hash',
    'operation.status',
    'operation.cseq',
    'operation.verdict',
    'operation.reason',
    'operation.ref',
    'operation.committed_at',
    'operation.held',
    'operation.hlc_eff',
    'operation.former_cseq',
    'operation.former_verdict',
  ])

/** The one in force first: a copy in another chain is refused as a duplicate. */
const byOp = statement<{ op: Uint8Array }>()((param) =>
  logged
    .where('operation.op', '=', param('op'))
    .orderBy(sql`operation.verdict in ('applied', 'merged') desc`)
    .orderBy(sql`operation.cseq is null`)
    .orderBy('operation.cseq')
    .limit(1),
)

const byEntity = statement<{ entity: string }>()((param) =>
  logged
    .where('operation.entity', '=', param('entity'))
    .orderBy(sql`operation.cseq is null`)
    .orderBy('operation.cseq')
    .orderBy(sql`operation.former_cseq is null`)
    .orderBy('operation.former_cseq')
    .orderBy('operation.n'),
)

const anyOfEntity = statement<{ entity: string }>()((param) =>
  query.selectFrom('operation').select('n').where('entity', '=', param('entity')).limit(1),
)

const lastOfOrigin = statement<{ origin: number }>()((param) =>
  logged.where('operation.origin', '=', param('origin')).orderBy('operation.seq', 'desc').limit(1),
)

const countAll = statement<NoParams>()(() =>
  query.selectFrom('operation').select((eb) => eb.fn.countAll<number>().as('count')),
)
