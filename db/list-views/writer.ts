import type { ListView } from '../../contract/queries/case-library.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { uuidToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'

export interface ListViewWriter {
  /** False where the person has a view of that name, or there is one of that id. */
  readonly add: (staffId: string, view: ListView) => boolean
  /** False where the person has another view of that name, or none of that id. */
  readonly rename: (staffId: string, id: string, name: string) => boolean
  readonly remove: (staffId: string, id: string) => void
}

export const listViewWriter = (connection: Connection, scope: WriteScope): ListViewWriter => ({
  add: (staffId, { id, name, content }) => {
    scope.touch('drafts')
    const row = { id: uuidToBytes(id), staff_id: staffId, name, content: JSON.stringify(content) }
    return connection.run(put, row).rows > 0
  },
  rename: (staffId, id, name) => {
    scope.touch('drafts')
    return connection.run(call, { id: uuidToBytes(id), staffId, name }).rows > 0
  },
  remove: (staffId, id) => {
    scope.touch('drafts')
    connection.run(drop, { id: uuidToBytes(id), staffId })
  },
})

type Row = { readonly id: Uint8Array; readonly staff_id: string; readonly name: string; readonly content: string }

const put = statement<Row>()((param) =>
  query
    .insertInto('list_view')
    .values(named(param, ['id', 'staff_id', 'name', 'content']))
    .onConflict((conflict) => conflict.doNothing()),
)

const call = statement<{ id: Uint8Array; staffId: string; name: string }>()((param) =>
  query
    .updateTable('list_view')
    .set({ name: param('name') })
    .where('id', '=', param('id'))
    .where('staff_id', '=', param('staffId'))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('list_view as other')
            .select('other.id')
            .where('other.staff_id', '=', param('staffId'))
            .where('other.name', '=', param('name'))
            .where('other.id', '<>', param('id')),
        ),
      ),
    ),
)

const drop = statement<{ id: Uint8Array; staffId: string }>()((param) =>
  query.deleteFrom('list_view').where('id', '=', param('id')).where('staff_id', '=', param('staffId')),
)
