import { sql } from 'kysely'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import type { EntityType } from './classify.ts'
import { uuidToBytes } from '../uuid.ts'

/**
 * The usual answer to a push: everything of the case or record is from this desk and applied, so commit order is the order it was folded in and
 * the state stands. Only what waits is counted anew. False when that is not so and the case has to be folded again.
 */
export const settleOwn = (connection: Connection, type: EntityType, entity: string): boolean => {
  if (type === 'reference') return false
  const row = connection.first(others, { entity })
  if (row === null || row.others > 0) return false
  connection.run(type === 'case' ? settleCase : settleRecord, { id: uuidToBytes(entity), pending: row.waiting })
  return true
}

const others = statement<{ entity: string }>()((param) =>
  query
    .selectFrom('operation')
    .select([
      sql<number>`count(*) filter (where status is null or verdict not in ('applied', 'merged'))`.as('others'),
      sql<number>`count(*) filter (where cseq is null)`.as('waiting'),
    ])
    .where('entity', '=', param('entity')),
)

const settleCase = statement<{ id: Uint8Array; pending: number }>()((param) =>
  query
    .updateTable('cases')
    .set({ pending: param('pending') })
    .where('id', '=', param('id')),
)

const settleRecord = statement<{ id: Uint8Array; pending: number }>()((param) =>
  query
    .updateTable('record')
    .set({ pending: param('pending') })
    .where('id', '=', param('id')),
)
