import { sql } from 'kysely'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

/**
 * An orphan whose place in its chain another text has now, because its device went on from an older copy of itself: it leaves the log for
 * `superseded_operation`, whole. Answers its entity.
 *
 * The one place that takes a row out of the log (I1): only what no server has committed, what was not done at this desk, and what has been
 * kept elsewhere before.
 */
export const displace = (connection: Connection, n: number): string => {
  const entity = connection.first(entityOf, { n })?.entity ?? ''
  connection.run(keepDisplaced, { n })
  const { rows } = connection.run(removeKeptOrphan, { n })
  if (rows !== 1) throw new Error('only an orphan that is kept may leave the log')
  return entity
}

const entityOf = statement<{ n: number }>()((param) =>
  query.selectFrom('operation').select('entity').where('n', '=', param('n')),
)

const keepDisplaced = statement<{ n: number }>()((param) =>
  query
    .insertInto('superseded_operation')
    .orIgnore()
    .columns(['op', 'origin', 'seq', 'hash', 'why', 'canon'])
    .expression(
      query
        .selectFrom('operation')
        .select(['op', 'origin', 'seq', 'hash', sql<'displaced'>`'displaced'`.as('why'), 'canon'])
        .where('n', '=', param('n')),
    ),
)

const removeKeptOrphan = statement<{ n: number }>()((param) =>
  query
    .deleteFrom('operation')
    .where('n', '=', param('n'))
    .where('status', 'is', null)
    .where('cseq', 'is', null)
    .where(
      sql<boolean>`exists (select 1 from superseded_operation as s where s.op = operation.op and s.hash = operation.hash)`,
    ),
)
