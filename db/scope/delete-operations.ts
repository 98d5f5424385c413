import { sql } from 'kysely'
import type { Verdict } from '../../contract/sync.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

/**
 * INV-1, RET-1: the one statement by which an operation that a server has committed leaves the log. The database itself looks: made elsewhere,
 * or held safely by a second machine of the server. (The other way out is that of displaced orphans, sync/displace.ts, which are kept.)
 */
const deleteSafeOperation = statement<{ n: number }>()((param) =>
  query
    .deleteFrom('operation')
    .where('n', '=', param('n'))
    .where('cseq', 'is not', null)
    .where(sql<boolean>`(status is null or status = 'safe')`),
)

/** RET-2: its link stays. Throws for one that is not safe. */
export const putAwayOperation = (connection: Connection, n: number): void => {
  connection.run(keepLink, { n })
  deleteOperation(connection, n)
}

/** Throws for one that is not safe. */
export const deleteOperation = (connection: Connection, n: number): void => {
  const { rows } = connection.run(deleteSafeOperation, { n })
  if (rows !== 1) throw new Error('only what is safe may leave the log')
}

const keepLink = statement<{ n: number }>()((param) =>
  query
    .insertInto('put_away')
    .orReplace()
    .columns(['origin', 'seq', 'cseq', 'hash', 'verdict'])
    .expression(
      query
        .selectFrom('operation')
        .select(['origin', 'seq', 'cseq', 'hash', 'verdict'])
        .$narrowType<{ cseq: number; verdict: Verdict }>()
        .where('n', '=', param('n'))
        .where('cseq', 'is not', null),
    ),
)
