import { sql } from 'kysely'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { liveSince } from '../../domain/scope/scope.ts'
import { removeCase } from '../cases/save.ts'
import type { Connection } from '../connection.ts'
import { dropBaseState } from '../log/base-state.ts'
import { metaReader } from '../meta/reader.ts'
import { dropMeta } from '../meta/writer.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { touchedEntities } from '../sync/touched.ts'
import { bytesToUuid } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'
import { putAwayOperation } from './delete-operations.ts'
import { scopeOf } from './device-scope.ts'
import { deletingForGood } from './overwrite.ts'

/**
 * Everything that is over, and nothing of it stays behind (RET-3); answers how many.
 *
 * @param next one transaction with `putAwayCases`
 */
export const putAwayAll = (connection: Connection, next: () => number): number => {
  const hasLeft = metaReader(connection).find('to_overwrite') !== null
  if (!hasLeft && !isAnyOver(connection)) return 0
  const gone = deletingForGood(connection, () => {
    let count = 0
    for (let more = next(); more > 0; more = next()) count += more
    return count
  })
  // What left with its scope was deleted before; now its pages are written over too.
  if (hasLeft) dropMeta(connection, 'to_overwrite')
  return gone
}

/** Cases of one transaction. */
const atOnce = 100

/**
 * RET-1: cases that are over and were not touched for longer than the device's scope keeps them leave it. Inside a transaction; answers how many
 * went, at most a hundred.
 */
export const putAwayCases = (connection: Connection, scope: WriteScope, calendar: WorkCalendar): number => {
  const since = keptSince(connection)
  if (since === null) return 0
  const touched = touchedEntities(connection, scope, calendar)
  const over = connection.all(casesOver, { since, limit: atOnce })
  for (const { seq, id } of over) {
    const entity = bytesToUuid(id)
    for (const { n } of connection.all(operationsOf, { entity })) putAwayOperation(connection, n)
    dropBaseState(connection, entity)
    removeCase(connection, seq)
    touched.add('case', entity)
  }
  touched.refold()
  return over.length
}

const isAnyOver = (connection: Connection): boolean => {
  const since = keptSince(connection)
  return since !== null && connection.first(casesOver, { since, limit: 1 }) !== null
}

const keptSince = (connection: Connection): number | null => {
  const scope = scopeOf(metaReader(connection))
  if (liveSince(scope, 0) === null) return null
  const newest = connection.first(newestCommit, {})?.at ?? null
  return newest === null ? null : liveSince(scope, newest)
}

/** By the server's clock: what it calls old (SYN-58) is never younger than what is put away here. */
const newestCommit = statement<NoParams>()(() =>
  query.selectFrom('operation').select((eb) => eb.fn.max('committed_at').as('at')),
)

/**
 * Closed, long untouched, and nothing about it is open: no act of this desk that is not safe, waits or was refused; no draft, no task or
 * conflict, no file that the server does not hold. The end of a chain stays: the next act follows it.
 */
const casesOver = statement<{ since: number; limit: number }>()((param) =>
  query
    .selectFrom('cases')
    .select(['cases.seq', 'cases.id'])
    .where('cases.closed', 'is not', null)
    .where('cases.pending', '=', 0)
    .where('cases.attention', '=', 0)
    .where('cases.held', '=', 0)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('operation as o')
            .select('o.n')
            .where('o.entity', '=', entityOfCase)
            .where(
              sql<boolean>`(o.cseq is null or o.committed_at >= ${param('since')} or (o.status is not null and (
                o.status <> 'safe' or o.seq = (select max(l.seq) from operation as l where l.origin = o.origin))))`,
            ),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('base_state as b')
            .select('b.entity')
            .where('b.entity', '=', entityOfCase)
            .where('b.last_at', '>=', param('since')),
        ),
      ),
    )
    .where((eb) => eb.not(eb.exists(eb.selectFrom('draft').select('draft.id').whereRef('draft.id', '=', 'cases.id'))))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('record')
            .select('record.seq')
            .whereRef('record.case_id', '=', 'cases.id')
            .where('record.closed', '=', 0),
        ),
      ),
    )
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('blob_use')
            .innerJoin('blob', 'blob.id', 'blob_use.blob')
            .select('blob.id')
            .whereRef('blob_use.case_id', '=', 'cases.id')
            .where('blob.sent_epoch', 'is', null),
        ),
      ),
    )
    .orderBy('cases.seq')
    .limit(param('limit')),
)

/** The log names entities by their text. */
const entityOfCase = sql<string>`lower(
  substr(hex(cases.id), 1, 8) || '-' || substr(hex(cases.id), 9, 4) || '-' || substr(hex(cases.id), 13, 4) || '-' ||
  substr(hex(cases.id), 17, 4) || '-' || substr(hex(cases.id), 21))`

const operationsOf = statement<{ entity: string }>()((param) =>
  query.selectFrom('operation').select('n').where('entity', '=', param('entity')),
)
