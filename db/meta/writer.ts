import { type Connection, forgetFactsOfMeta } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import type { WriteScope } from '../write-scope.ts'
import type { DeviceIdentity, MetaKey } from './reader.ts'

export interface MetaWriter {
  readonly set: (key: MetaKey, value: string) => void
  readonly remove: (key: MetaKey) => void
  readonly setDevice: (device: DeviceIdentity) => void
}

export const metaWriter = (connection: Connection, scope: WriteScope): MetaWriter => {
  const set = (k: MetaKey, v: string): void => {
    scope.touch('sync')
    putMeta(connection, k, v)
  }
  return {
    set,
    remove: (k) => {
      scope.touch('sync')
      dropMeta(connection, k)
    },
    setDevice: ({ device, deviceNo, center }) => {
      set('device', JSON.stringify({ device, deviceNo, center }))
      scope.touch('desk')
    },
  }
}

/** Sets a fact without telling anybody; for what changes with every operation. */
export const putMeta = (connection: Connection, k: MetaKey, v: string): void => {
  connection.run(put, { k, v })
  forgetFactsOfMeta(connection)
}

/** The other way; for what nobody is told of. */
export const dropMeta = (connection: Connection, k: MetaKey): void => {
  connection.run(remove, { k })
  forgetFactsOfMeta(connection)
}

const put = statement<{ k: MetaKey; v: string }>()((param) =>
  query
    .insertInto('meta')
    .values(named(param, ['k', 'v']))
    .onConflict((conflict) => conflict.column('k').doUpdateSet((eb) => ({ v: eb.ref('excluded.v') }))),
)

const remove = statement<{ k: MetaKey }>()((param) => query.deleteFrom('meta').where('k', '=', param('k')))
