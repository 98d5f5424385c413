import { type ListView, ViewContentSchema } from '../../contract/queries/case-library.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'
import { bytesToUuid } from '../uuid.ts'

export interface StoredListViews {
  /** By name. */
  readonly views: readonly ListView[]
  /** How many there are with those that a later version of the program has written. */
  readonly kept: number
}

export interface ListViewReader {
  readonly ofStaff: (staffId: string) => StoredListViews
}

export const listViewReader = (connection: Connection): ListViewReader => ({
  ofStaff: (staffId) => {
    const rows = connection.all(ofStaff, { staffId })
    const views = rows.flatMap(({ id, name, content }) => {
      const read = ViewContentSchema.safeParse(JSON.parse(content))
      return read.success ? [{ id: bytesToUuid(id), name, content: read.data }] : []
    })
    return { views, kept: rows.length }
  },
})

const ofStaff = statement<{ staffId: string }>()((param) =>
  query
    .selectFrom('list_view')
    .select(['id', 'name', 'content'])
    .where('staff_id', '=', param('staffId'))
    .orderBy('name'),
)

/** For the test of its plan. */
export const listViewStatements = { ofStaff } as const
