import type { HeadRun } from '../../contract/sync-scope.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { bytesToHex, hexToBytes } from '../uuid.ts'

/** SYN-58: stretches of the history that this device was not given, ascending. */
export const headRuns = (connection: Connection, center: string): readonly HeadRun[] =>
  connection.all(runsOf, { center }).map(({ first, last, head }) => ({ from: first, to: last, head: bytesToHex(head) }))

export const putHeadRuns = (connection: Connection, center: string, runs: readonly HeadRun[]): void => {
  for (const { from, to, head } of runs) {
    connection.run(putRun, { center, first: from, last: to, head: hexToBytes(head) })
  }
}

/** The history is read again above `cseq`; a run that lies across it goes too, and the caller stands where one ended. */
export const dropHeadRuns = (connection: Connection, center: string, cseq: number): void => {
  connection.run(dropRuns, { center, cseq })
}

const runsOf = statement<{ center: string }>()((param) =>
  query.selectFrom('head_run').select(['first', 'last', 'head']).where('center', '=', param('center')).orderBy('first'),
)

const putRun = statement<{ center: string; first: number; last: number; head: Uint8Array }>()((param) =>
  query
    .insertInto('head_run')
    .orReplace()
    .values(named(param, ['center', 'first', 'last', 'head'])),
)

const dropRuns = statement<{ center: string; cseq: number }>()((param) =>
  query.deleteFrom('head_run').where('center', '=', param('center')).where('last', '>', param('cseq')),
)
