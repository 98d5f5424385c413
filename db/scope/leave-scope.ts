import type { HeadRun } from '../../contract/sync-scope.ts'
import type { Connection } from '../connection.ts'
import { putMeta } from '../meta/writer.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { entityTypeOf } from '../sync/classify.ts'
import { dropQuarantineWithin } from '../sync/statements.ts'
import type { Touched } from '../sync/touched.ts'
import { isUuid } from '../uuid.ts'
import { dropBaseState } from '../log/base-state.ts'
import { deleteOperation, putAwayOperation } from './delete-operations.ts'

/** SYN-58: what the server says is none of this device's any more, and was not made here, goes. */
export const leaveScope = (
  connection: Connection,
  touched: Touched,
  center: string,
  runs: readonly HeadRun[],
): void => {
  for (const { from, to } of runs) {
    const { rows } = connection.run(dropQuarantineWithin, { center, from, to })
    if (rows > 0) putMeta(connection, 'to_overwrite', '1')
    const leaving = connection.all(othersWithin, { from, to })
    for (const { n, entity, kind } of leaving) {
      deleteOperation(connection, n)
      putMeta(connection, 'to_overwrite', '1')
      const type = entityTypeOf(kind)
      if (type === 'reference' || isUuid(entity)) touched.add(type, entity)
    }
  }
}

/**
 * The same for a matter that has gone over to another village: what others did to it goes, the links of it stay, since the history that was
 * read goes on to be proved by them.
 */
export const leaveMatters = (connection: Connection, touched: Touched, left: readonly string[]): void => {
  for (const entity of left) {
    const leaving = connection.all(othersOf, { entity })
    for (const { n, kind } of leaving) {
      putAwayOperation(connection, n)
      putMeta(connection, 'to_overwrite', '1')
      touched.add(entityTypeOf(kind), entity)
    }
    dropBaseState(connection, entity)
    touched.add('case', entity)
  }
}

const othersOf = statement<{ entity: string }>()((param) =>
  query
    .selectFrom('operation')
    .select(['n', 'kind'])
    .where('entity', '=', param('entity'))
    .where('status', 'is', null)
    .where('cseq', 'is not', null),
)

const othersWithin = statement<{ from: number; to: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['n', 'entity', 'kind'])
    .where('status', 'is', null)
    .where('cseq', '>=', param('from'))
    .where('cseq', '<=', param('to')),
)
