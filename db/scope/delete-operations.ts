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

/** Throws for one that is not safe. What it was before it was written anew (SYN-27) says the same of people, and is emptied with it. */
export const deleteOperation = (connection: Connection, n: number): void => {
  const found = connection.first(opOf, { n })
  const { rows } = connection.run(deleteSafeOperation, { n })
  if (rows !== 1 || found === null) throw new Error('only what is safe may leave the log')
  connection.run(emptyEarlierText, { op: found.op })
}

const opOf = statement<{ n: number }>()((param) =>
  query.selectFrom('operation').select('op').where('n', '=', param('n')),
)

/** Its hash stays: what was written after it is proved by it. Where the operation stands in another chain too, nothing is emptied. */
const emptyEarlierText = statement<{ op: Uint8Array }>()((param) =>
  query
    .updateTable('superseded_operation')
    .set({ canon: '' })
    .where('op', '=', param('op'))
    .where((eb) => eb.not(eb.exists(eb.selectFrom('operation').select('n').where('op', '=', param('op'))))),
)

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
