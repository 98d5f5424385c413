import type { ExportedFilter } from '../../contract/queries/case-library.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import { uuidToBytes } from '../uuid.ts'
import type { WriteScope } from '../write-scope.ts'

export interface NewListExport {
  readonly id: string
  readonly staffId: string
  readonly name: string
  /** Epoch milliseconds. */
  readonly at: number
  readonly filter: ExportedFilter
  readonly rows: number
}

export interface ListExportWriter {
  readonly add: (made: NewListExport) => void
  /** Its file could not be put in its place after all: nothing left the device. */
  readonly strike: (id: string) => void
}

export const listExportWriter = (connection: Connection, scope: WriteScope): ListExportWriter => ({
  add: ({ id, staffId, name, at, filter, rows }) => {
    scope.touch('drafts')
    connection.run(put, {
      id: uuidToBytes(id),
      staff_id: staffId,
      staff_name: name,
      exported_at: at,
      filter: JSON.stringify(filter),
      row_count: rows,
    })
  },
  strike: (id) => {
    scope.touch('drafts')
    connection.run(drop, { id: uuidToBytes(id) })
  },
})

type Row = {
  readonly id: Uint8Array
  readonly staff_id: string
  readonly staff_name: string
  readonly exported_at: number
  readonly filter: string
  readonly row_count: number
}

const put = statement<Row>()((param) =>
  query
    .insertInto('list_export')
    .values(named(param, ['id', 'staff_id', 'staff_name', 'exported_at', 'filter', 'row_count'])),
)

const drop = statement<{ id: Uint8Array }>()((param) => query.deleteFrom('list_export').where('id', '=', param('id')))
