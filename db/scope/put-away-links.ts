import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { bytesToHex } from '../uuid.ts'

/** Chain hash of an operation that was put away (RET-2); null where none was. */
export const putAwayHash = (connection: Connection, origin: number, seq: number): string | null => {
  const row = connection.first(hashOf, { origin, seq })
  return row === null ? null : bytesToHex(row.hash)
}

/** Whether everything between two places of a chain was put away. */
export const isPutAway = (connection: Connection, origin: number, after: number, before: number): boolean =>
  (connection.first(countBetween, { origin, after, before })?.count ?? 0) === before - after - 1

/** The history goes back below what was put away: its links are of another one. */
export const dropPutAway = (connection: Connection, cseq: number): void => {
  connection.run(dropAbove, { cseq })
}

const hashOf = statement<{ origin: number; seq: number }>()((param) =>
  query.selectFrom('put_away').select('hash').where('origin', '=', param('origin')).where('seq', '=', param('seq')),
)

const countBetween = statement<{ origin: number; after: number; before: number }>()((param) =>
  query
    .selectFrom('put_away')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('origin', '=', param('origin'))
    .where('seq', '>', param('after'))
    .where('seq', '<', param('before')),
)

const dropAbove = statement<{ cseq: number }>()((param) =>
  query.deleteFrom('put_away').where('cseq', '>', param('cseq')),
)
