import type { ProgressRow } from '../../contract/sync-progress.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { type NoParams, named, statement } from '../statement.ts'
import { hexToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'

export interface ProgressWriter {
  /** What the server tells of a matter now, in the place of what it told before. */
  readonly put: (row: ProgressRow) => void
  readonly remove: (id: string) => void
  /** What ended before a day is told no more. */
  readonly dropEndedBefore: (day: string) => void
  readonly clear: () => void
}

export const progressWriter = (connection: Connection, scope: WriteScope): ProgressWriter => {
  const remove = (id: Uint8Array): void => {
    connection.run(dropHashes, { id })
    connection.run(drop, { id })
  }
  return {
    put: ({ id, hashes, kind, step, receivedOn, dueOn, endedOn }) => {
      scope.touch('sync')
      const key = hexToBytes(id)
      remove(key)
      connection.run(insert, { id: key, kind, step, received: receivedOn, due: dueOn, ended: endedOn })
      for (const hash of new Set(hashes)) connection.run(insertHash, { hash: hexToBytes(hash), id: key })
    },
    remove: (id) => {
      scope.touch('sync')
      remove(hexToBytes(id))
    },
    dropEndedBefore: (day) => {
      scope.touch('sync')
      for (const { id } of connection.all(endedBefore, { day })) remove(id)
    },
    clear: () => {
      scope.touch('sync')
      connection.run(clearHashes, {})
      connection.run(clearAll, {})
    },
  }
}

const insert = statement<{
  id: Uint8Array
  kind: string
  step: string
  received: string
  due: string | null
  ended: string | null
}>()((param) => query.insertInto('progress').values(named(param, ['id', 'kind', 'step', 'received', 'due', 'ended'])))

const insertHash = statement<{ hash: Uint8Array; id: Uint8Array }>()((param) =>
  query.insertInto('progress_hash').values(named(param, ['hash', 'id'])),
)

const dropHashes = statement<{ id: Uint8Array }>()((param) =>
  query.deleteFrom('progress_hash').where('id', '=', param('id')),
)
const drop = statement<{ id: Uint8Array }>()((param) => query.deleteFrom('progress').where('id', '=', param('id')))
const endedBefore = statement<{ day: string }>()((param) =>
  query.selectFrom('progress').select('id').where('ended', '<', param('day')),
)
const clearHashes = statement<NoParams>()(() => query.deleteFrom('progress_hash'))
const clearAll = statement<NoParams>()(() => query.deleteFrom('progress'))
