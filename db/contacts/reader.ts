import type { Contact } from '../../contract/queries/sync-status.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, statement } from '../statement.ts'

export interface ContactReader {
  /** Newest first; the store keeps no more than `contactsKept`. */
  readonly list: () => readonly Contact[]
}

export const contactReader = (connection: Connection): ContactReader => ({
  list: () =>
    connection
      .all(all, {})
      .map(({ began_at, ended_at, ...rest }) => ({ beganAt: began_at, endedAt: ended_at, ...rest })),
})

const all = statement<NoParams>()(() =>
  query.selectFrom('contact').select(['began_at', 'ended_at', 'times', 'sent', 'got', 'code']).orderBy('n', 'desc'),
)
