import { ProgressRowSchema, type ProgressRow } from '../../contract/sync-progress.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'
import { hexToBytes } from '../uuid.ts'

export type FoundProgress = Pick<ProgressRow, 'kind' | 'step' | 'receivedOn' | 'dueOn' | 'endedOn'>

export interface ProgressReader {
  /** Matters that a keyed hash leads to. */
  readonly find: (hash: string) => readonly FoundProgress[]
  readonly count: () => number
}

const FoundSchema = ProgressRowSchema.omit({ id: true, hashes: true })

export const progressReader = (connection: Connection): ProgressReader => ({
  find: (hash) =>
    connection
      .all(byHash, { hash: hexToBytes(hash) })
      .map(({ received, due, ended, ...row }) =>
        FoundSchema.parse({ ...row, receivedOn: received, dueOn: due, endedOn: ended }),
      ),
  count: () => connection.first(count, {})?.count ?? 0,
})

const byHash = statement<{ hash: Uint8Array }>()((param) =>
  query
    .selectFrom('progress_hash')
    .innerJoin('progress', 'progress.id', 'progress_hash.id')
    .select(['kind', 'step', 'received', 'due', 'ended'])
    .where('hash', '=', param('hash'))
    .orderBy('received', 'desc')
    .limit(20),
)

const count = statement<NoParams>()(() =>
  query.selectFrom('progress').select((eb) => eb.fn.countAll<number>().as('count')),
)
