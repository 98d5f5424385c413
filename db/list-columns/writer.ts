import type { CaseColumnId } from '../../contract/queries/case-library.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { named, statement } from '../statement.ts'
import type { WriteScope } from '../write-scope.ts'

export interface ListColumnsWriter {
  /** Null = the usual ones again. */
  readonly choose: (staffId: string, columns: readonly CaseColumnId[] | null) => void
}

export const listColumnsWriter = (connection: Connection, scope: WriteScope): ListColumnsWriter => ({
  choose: (staffId, columns) => {
    scope.touch('drafts')
    if (columns === null) connection.run(drop, { staff_id: staffId })
    else connection.run(put, { staff_id: staffId, columns: JSON.stringify(columns) })
  },
})

type Row = { readonly staff_id: string; readonly columns: string }

const put = statement<Row>()((param) =>
  query
    .insertInto('list_columns')
    .values(named(param, ['staff_id', 'columns']))
    .onConflict((conflict) =>
      conflict.column('staff_id').doUpdateSet((eb) => ({ columns: eb.ref('excluded.columns') })),
    ),
)

const drop = statement<{ staff_id: string }>()((param) =>
  query.deleteFrom('list_columns').where('staff_id', '=', param('staff_id')),
)
