import type { HeadRun } from '../../contract/sync-scope.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { entityTypeOf } from '../sync/classify.ts'
import type { Touched } from '../sync/touched.ts'
import { isUuid } from '../uuid.ts'
import { deleteOperation } from './delete-operations.ts'

/** SYN-58: what the server says is none of this device's any more, and was not made here, goes. */
export const leaveScope = (connection: Connection, touched: Touched, runs: readonly HeadRun[]): void => {
  for (const { from, to } of runs) {
    const leaving = connection.all(othersWithin, { from, to })
    for (const { n, entity, kind } of leaving) {
      deleteOperation(connection, n)
      const type = entityTypeOf(kind)
      if (type === 'reference' || isUuid(entity)) touched.add(type, entity)
    }
  }
}

const othersWithin = statement<{ from: number; to: number }>()((param) =>
  query
    .selectFrom('operation')
    .select(['n', 'entity', 'kind'])
    .where('status', 'is', null)
    .where('cseq', '>=', param('from'))
    .where('cseq', '<=', param('to')),
)
