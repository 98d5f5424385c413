import { type Selectable, sql } from 'kysely'
import type { Verdict } from '../../contract/sync.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import type { OperationTable, OriginTable } from '../schema/log.ts'
import { type NoParams, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid, uuidToBytes } from '../uuid.ts'
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
  /** Epoch milliseconds. */
  readonly committedAt: number | null
  readonly held: HeldReason | null
}

export interface LogReader {
  /** By operation id. */
  readonly find: (op: string) => LoggedOperation | null
  /** All operations of an entity: committed ones in commit order, then own ones in the order they were made. */
  readonly ofEntity: (entity: string) => readonly LoggedOperation[]
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
  ofEntity: (entity) => connection.all(byEntity, { entity }).map(toLogged),
  hasEntity: (entity) => connection.first(anyOfEntity, { entity }) !== null,
  findLastOwn: () => {
    const origin = findOwnOrigin(connection)
    const row = origin === null ? null : connection.first(lastOfOrigin, { origin })
    return row === null ? null : toLogged(row)
  },
  count: () => connection.first(countAll, {})?.count ?? 0,
})

type LoggedRow = Omit<Selectable<OperationTable>, 'origin' | 'hlc'> & Pick<Selectable<OriginTable>, 'device' | 'inc'>

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
  committedAt: row.committed_at,
  held: row.held,
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
    'operation.committed_at',
    'operation.held',
  ])

const byOp = statement<{ op: Uint8Array }>()((param) => logged.where('operation.op', '=', param('op')))

const byEntity = statement<{ entity: string }>()((param) =>
  logged
    .where('operation.entity', '=', param('entity'))
    .orderBy(sql`operation.cseq is null`)
    .orderBy('operation.cseq')
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
