import { sql } from 'kysely'
import { operationOf } from '../cases/case-operation-of.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { bytesToHex, bytesToUuid, hexToBytes } from '../uuid.ts'

export interface StoredBlob {
  readonly id: string
  readonly size: number
  /** Epoch of the server that holds it. */
  readonly sentEpoch: string | null
  readonly refused: string | null
  readonly addedAt: number
}

export interface BlobReader {
  readonly find: (id: string) => StoredBlob | null
  /**
   * Files that the server of this epoch has not confirmed, those of the nearest deadlines first; a refused one waits no more. Those of others
   * that are kept here are among them when the server was restored: it may have lost them.
   */
  readonly waiting: (epoch: string, limit: number) => readonly StoredBlob[]
  readonly countWaiting: (epoch: string) => { readonly count: number; readonly bytes: number }
  /** Files that the server does not take, or that can no longer be read here: attaching them again tries again. */
  readonly countRefused: () => number
  /** Cases that a file was attached to here. */
  readonly casesOf: (id: string) => readonly string[]
  /** Cases that do not know yet that a file is in which the server of this epoch holds. */
  readonly untold: (epoch: string) => readonly { readonly blob: string; readonly caseId: string }[]
  readonly all: () => readonly StoredBlob[]
  /** Files that the cases of this store name, those taken off again among them. */
  readonly named: () => ReadonlySet<string>
  /** Attached here by the log, whatever the rows say. */
  readonly attachedHere: () => readonly {
    readonly blob: string
    readonly size: number
    readonly caseId: string
    readonly safe: boolean
  }[]
}

export const blobReader = (connection: Connection): BlobReader => ({
  find: (id) => {
    const row = connection.first(byId, { id: hexToBytes(id) })
    return row === null ? null : storedOf(row)
  },
  waiting: (epoch, limit) => connection.all(waiting, { epoch, limit }).map(storedOf),
  countWaiting: (epoch) => connection.first(countWaiting, { epoch }) ?? { count: 0, bytes: 0 },
  countRefused: () => connection.first(countRefused, {})?.count ?? 0,
  casesOf: (id) => connection.all(casesOf, { id: hexToBytes(id) }).map((row) => bytesToUuid(row.case_id)),
  untold: (epoch) =>
    connection.all(untold, { epoch }).map((row) => ({ blob: bytesToHex(row.blob), caseId: bytesToUuid(row.case_id) })),
  all: () => connection.all(all, {}).map(storedOf),
  named: () => new Set(connection.all(named, {}).map(({ blob }) => blob)),
  attachedHere: () =>
    connection.all(attached, {}).flatMap(({ entity, status, canon }) => {
      const { blob, size } = operationOf(canon).data
      // Own operations are as `decide` made them.
      return typeof blob === 'string' && typeof size === 'number'
        ? [{ blob, size, caseId: entity, safe: status === 'safe' }]
        : []
    }),
})

interface BlobRow {
  readonly id: Uint8Array
  readonly size: number
  readonly sent_epoch: string | null
  readonly refused: string | null
  readonly added_at: number
}

const storedOf = (row: BlobRow): StoredBlob => ({
  id: bytesToHex(row.id),
  size: row.size,
  sentEpoch: row.sent_epoch,
  refused: row.refused,
  addedAt: row.added_at,
})

const columns = ['blob.id', 'size', 'sent_epoch', 'refused', 'added_at'] as const

const byId = statement<{ id: Uint8Array }>()((param) =>
  query.selectFrom('blob').select(columns).where('blob.id', '=', param('id')),
)

const all = statement<NoParams>()(() => query.selectFrom('blob').select(columns).orderBy('added_at'))

/** Written as the index `blob_waiting` says it. */
const isWaiting = sql<boolean>`refused is null`

const waiting = statement<{ epoch: string; limit: number }>()((param) =>
  query
    .selectFrom('blob')
    .leftJoin('blob_use', 'blob_use.blob', 'blob.id')
    .leftJoin('cases', 'cases.id', 'blob_use.case_id')
    .select(columns)
    .where(isWaiting)
    .where((eb) => eb.or([eb('sent_epoch', 'is', null), eb('sent_epoch', '<>', param('epoch'))]))
    .groupBy('blob.id')
    .orderBy(sql`min(coalesce(cases.urgent, 9007199254740991))`)
    .orderBy('added_at')
    .limit(param('limit')),
)

const countWaiting = statement<{ epoch: string }>()((param) =>
  query
    .selectFrom('blob')
    .select((eb) => [
      eb.fn.countAll<number>().as('count'),
      eb.fn.coalesce(eb.fn.sum<number>('size'), sql<number>`0`).as('bytes'),
    ])
    .where(isWaiting)
    .where((eb) => eb.or([eb('sent_epoch', 'is', null), eb('sent_epoch', '<>', param('epoch'))])),
)

const countRefused = statement<NoParams>()(() =>
  query
    .selectFrom('blob')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('refused', 'is not', null),
)

const casesOf = statement<{ id: Uint8Array }>()((param) =>
  query.selectFrom('blob_use').select('case_id').where('blob', '=', param('id')),
)

const named = statement<NoParams>()(
  () =>
    sql<{ blob: string }>`select distinct json_extract(a.value, '$.blob') as blob
      from case_state, json_each(case_state.state, '$.attachments') as a`,
)

const attached = statement<NoParams>()(() =>
  query
    .selectFrom('operation')
    .select(['entity', 'status', 'canon'])
    .where('kind', '=', 'case.attach')
    .where('status', 'is not', null),
)

const untold = statement<{ epoch: string }>()((param) =>
  query
    .selectFrom('blob_use')
    .innerJoin('blob', 'blob.id', 'blob_use.blob')
    .select(['blob', 'case_id'])
    .where('told', '=', 0)
    .where('sent_epoch', '=', param('epoch')),
)
