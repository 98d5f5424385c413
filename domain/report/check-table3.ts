import type { PublishedReport } from './published-report.ts'
import { type ReportRow, type ResultRow, type Table3, reportColumns, reportRows, resultRows } from './table.ts'
import { type Checked, checkCount, checkEqual } from './violation.ts'
import { type Figure, isCount } from './weigh.ts'

/** A cell as a count: undefined also when what is printed is no count. `column` by its place. */
export const figureAt = (table: Table3<number | null>, row: ReportRow, column: number): Figure => {
  const cell = table[row]?.[column]
  return typeof cell === 'number' && !isCount(cell) ? undefined : cell
}

/** The rows of results in use: （六） as one row where the report prints it so. */
export const resultRowsOf = (table: Table3<number | null>): readonly ResultRow[] =>
  resultRows[table.other_all === undefined ? '2021' : '2019']

/** Sums of rows and columns, and the balance that the form itself prints. */
export const checkTable3 = ({ table3 }: PublishedReport): readonly Checked[] =>
  table3 === null
    ? []
    : [...strayCells(table3), ...mixedRows(table3), ...rowSums(table3), ...columnSums(table3), ...balances(table3)]

const lastColumn = reportColumns.length - 1
const everyRow: readonly ReportRow[] = [...reportRows('2021').slice(0, -2), 'other_all', 'total', 'carried_out']

const strayCells = (table: Table3<number | null>): readonly Checked[] =>
  everyRow.flatMap((row) =>
    reportColumns.flatMap((column, at) => checkCount({ table: 'table3', row, column }, table[row]?.[at])),
  )

const mixedRows = (table: Table3<number | null>): readonly Checked[] => {
  const parts = [table.other_no_correction, table.other_no_fee, table.other_other].filter((row) => row !== undefined)
  if (table.other_all === undefined || parts.length === 0) return []
  const expected = parts.reduce((sum, row) => sum + (row[lastColumn] ?? 0), 0)
  const place = { table: 'table3', row: 'other_all', column: null } as const
  const found = table.other_all[lastColumn] ?? 0
  const violation = { code: 'other_rows_mixed', severity: 'hard', place, expected, found } as const
  return [{ code: 'other_rows_mixed', place, weight: 'violated', violation }]
}

const rowSums = (table: Table3<number | null>): readonly Checked[] =>
  everyRow
    .filter((row) => table[row] !== undefined)
    .map((row) => {
      const parts = reportColumns.slice(0, lastColumn).map((_, at) => figureAt(table, row, at))
      return checkEqual('row_sum', { table: 'table3', row, column: 'total' }, parts, [figureAt(table, row, lastColumn)])
    })

const columnSums = (table: Table3<number | null>): readonly Checked[] =>
  reportColumns.flatMap((column, at) => {
    const parts = resultRowsOf(table).map((row) => figureAt(table, row, at))
    const total = figureAt(table, 'total', at)
    // Rows that the source does not hold at all ask nothing.
    if ([...parts, total].every((figure) => figure === undefined)) return []
    return [checkEqual('column_sum', { table: 'table3', row: 'total', column }, parts, [total])]
  })

const balances = (table: Table3<number | null>): readonly Checked[] =>
  reportColumns.flatMap((column, at) => {
    const before = [figureAt(table, 'new', at), figureAt(table, 'carried_in', at)]
    const after = [figureAt(table, 'total', at), figureAt(table, 'carried_out', at)]
    if ([...before, ...after].every((figure) => figure === undefined)) return []
    return [checkEqual('balance', { table: 'table3', row: null, column }, before, after)]
  })
