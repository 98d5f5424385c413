import type { ReferenceOperation } from '../../contract/operation.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'

/** Writes what an operation publishes. Inside a transaction, after `clearReference` of its entity. */
export const putReference = (
  connection: Connection,
  operation: Exclude<ReferenceOperation, { kind: 'item.withdraw' }>,
): void => {
  const data = JSON.stringify(operation.data)
  switch (operation.kind) {
    case 'center.set':
      connection.run(putCenter, { code: operation.data.code, data })
      return
    case 'window.set':
      connection.run(putWindow, { device_no: operation.data.deviceNo, data })
      return
    case 'staff.set':
      connection.run(putStaff, { id: operation.data.id, login: operation.data.login, data })
      return
    case 'item.publish':
      connection.run(putItem, { id: operation.data.id, withdrawn: 0, data })
      return
  }
}

export const withdrawItem = (connection: Connection, id: string): void => {
  connection.run(withdraw, { id })
}

/** Takes away what is known of an entity such as `staff:S01`. */
export const clearReference = (connection: Connection, entity: string): void => {
  const colon = entity.indexOf(':')
  const id = entity.slice(colon + 1)
  switch (entity.slice(0, colon)) {
    case 'center':
      connection.run(removeCenter, { id })
      return
    case 'window':
      connection.run(removeWindow, { id })
      return
    case 'staff':
      connection.run(removeStaff, { id })
      return
    case 'item':
      connection.run(removeItem, { id })
      return
    default:
      throw new Error(`not a reference entity: ${entity}`)
  }
}

const putCenter = statement<{ code: string; data: string }>()((param) =>
  query.insertInto('center').values(named(param, ['code', 'data'])),
)
const putWindow = statement<{ device_no: string; data: string }>()((param) =>
  query.insertInto('window').values(named(param, ['device_no', 'data'])),
)
const putStaff = statement<{ id: string; login: string; data: string }>()((param) =>
  query.insertInto('staff').values(named(param, ['id', 'login', 'data'])),
)
const putItem = statement<{ id: string; withdrawn: number; data: string }>()((param) =>
  query.insertInto('item').values(named(param, ['id', 'withdrawn', 'data'])),
)
const withdraw = statement<{ id: string }>()((param) =>
  query.updateTable('item').set({ withdrawn: 1 }).where('id', '=', param('id')),
)
const removeCenter = statement<{ id: string }>()((param) => query.deleteFrom('center').where('code', '=', param('id')))
const removeWindow = statement<{ id: string }>()((param) =>
  query.deleteFrom('window').where('device_no', '=', param('id')),
)
const removeStaff = statement<{ id: string }>()((param) => query.deleteFrom('staff').where('id', '=', param('id')))
const removeItem = statement<{ id: string }>()((param) => query.deleteFrom('item').where('id', '=', param('id')))
