import type { Invariant, ReportDocumentData } from '../../../../contract/queries/statistics.ts'
import { type ReportColumn, type ReportRow, reportColumns, reportRows } from '../../../../domain/report/table.ts'

type Table = Extract<ReportDocumentData['blocks'][number], { readonly kind: 'table' }>

/** Rows of heads above the figures of table 3. */
const headRows = 3

/** The row and column of table 3 that a place of the sheet shows; null = it is a head. `cell` counts the figures of the row. */
export const placeInTable3 = (
  table: Table,
  row: number,
  cell: number,
): { readonly row: ReportRow; readonly column: ReportColumn } | null => {
  const count = table.rows.length - headRows
  const rows = [reportRows('2021'), reportRows('2019')].find(({ length }) => length === count)
  const [name, column] = [rows?.[row - headRows], reportColumns[cell]]
  return name === undefined || column === undefined ? null : { row: name, column }
}

/** What is wrong at a place of table 3, if anything: what follows from the other figures, and what stands there. */
export const brokenAt = (
  invariants: readonly Invariant[],
  place: { readonly row: ReportRow; readonly column: ReportColumn },
): Invariant['broken'][number] | null =>
  invariants
    .filter(({ table }) => table === 'table3')
    .flatMap(({ broken }) => broken)
    .find(({ row, column }) => row === place.row && column === place.column) ?? null
