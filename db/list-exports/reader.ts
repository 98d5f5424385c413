import { type ExportedFilter, ExportedFilterSchema, type ListExport } from '../../contract/queries/case-library.ts'
import type { Connection } from '../connection.ts'
import { query } from '../query.ts'
import { statement } from '../statement.ts'

export interface ListExportReader {
  /** The newest first, at most `limit`. @param staffId null = everybody's */
  readonly newest: (staffId: string | null, limit: number) => readonly ListExport[]
}

export const listExportReader = (connection: Connection): ListExportReader => ({
  newest: (staffId, limit) =>
    (staffId === null ? connection.all(newest, { limit }) : connection.all(newestOfStaff, { staffId, limit })).map(
      ({ exported_at, staff_name, row_count, filter }) => ({
        at: exported_at,
        name: staff_name,
        rows: row_count,
        filter: filterOf(filter),
      }),
    ),
})

const filterOf = (text: string): ExportedFilter | null => {
  const read = ExportedFilterSchema.safeParse(JSON.parse(text))
  return read.success ? read.data : null
}

const rows = query
  .selectFrom('list_export')
  .select(['exported_at', 'staff_name', 'row_count', 'filter'])
  .orderBy('exported_at', 'desc')

const newest = statement<{ limit: number }>()((param) => rows.limit(param('limit')))

const newestOfStaff = statement<{ staffId: string; limit: number }>()((param) =>
  rows.where('staff_id', '=', param('staffId')).limit(param('limit')),
)

/** Each of them, for the test of their plans. */
export const listExportStatements = { newest, newestOfStaff } as const
