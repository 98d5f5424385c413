import { canonicalJson } from '../../contract/canonical-json.ts'
import type { ApplicationRow } from '../../contract/sync-applications.ts'
import { preNoKey } from '../../domain/conflict/natural-keys.ts'
import type { Connection } from '../connection.ts'
import { putMeta } from '../meta/writer.ts'
import { query } from '../query.ts'
import { type NoParams, named, statement } from '../statement.ts'
import { hexToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'

export interface ApplicationWriter {
  /** What waits, in the place of what waited before under the same number. */
  readonly put: (row: ApplicationRow) => void
  readonly remove: (id: string) => void
  readonly clear: () => void
}

export const applicationWriter = (connection: Connection, scope: WriteScope): ApplicationWriter => {
  /** RET-3: it told of people who are none of this device's any more. */
  const gone = ({ rows }: { readonly rows: number }): void => {
    if (rows > 0) putMeta(connection, 'to_overwrite', '1')
  }
  return {
    put: ({ id, application, receivedAt }) => {
      scope.touch('sync')
      const key = hexToBytes(id)
      connection.run(drop, { id: key })
      connection.run(insert, {
        id: key,
        no_key: preNoKey(application.preNo),
        application: canonicalJson(application),
        received_at: receivedAt,
      })
    },
    remove: (id) => {
      scope.touch('sync')
      gone(connection.run(drop, { id: hexToBytes(id) }))
    },
    clear: () => {
      scope.touch('sync')
      gone(connection.run(clearAll, {}))
    },
  }
}

const insert = statement<{ id: Uint8Array; no_key: string; application: string; received_at: number }>()((param) =>
  query.insertInto('pre_application').values(named(param, ['id', 'no_key', 'application', 'received_at'])),
)
const drop = statement<{ id: Uint8Array }>()((param) =>
  query.deleteFrom('pre_application').where('id', '=', param('id')),
)
const clearAll = statement<NoParams>()(() => query.deleteFrom('pre_application'))
