import type { CatalogueField, CatalogueRow } from '../../../domain/catalogue/catalogue-field.ts'
import { columnMeaning } from '../../../domain/catalogue/columns.ts'
import { type CatalogueEntry, parseRow } from '../../../domain/catalogue/parse-row.ts'
import { type RowProblem, rowProblem } from '../../../domain/catalogue/row-problem.ts'
import { createDuplicateFinder } from '../../../domain/catalogue/duplicates.ts'
import { scalarText } from '../../../domain/catalogue/scalar-text.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { type FileProblem, type RawRow, type RawTable, fileProblem } from './raw-table.ts'

export interface GoodRow {
  readonly row: number
  readonly entry: CatalogueEntry
}

export interface BadRow {
  readonly row: number
  readonly problems: readonly RowProblem[]
}

export interface CatalogueRows {
  readonly good: readonly GoodRow[]
  readonly bad: readonly BadRow[]
  /** Headers that no field of a service item corresponds to. */
  readonly unused: readonly string[]
}

/** Rows of a file as entries of the catalogue; each bad one with all its problems. Fails only for the header as a whole. */
export const catalogueRows = (table: RawTable): Result<CatalogueRows, FileProblem> => {
  const twice = findTwiceMeant(table.headers)
  if (twice !== null) return err(fileProblem('duplicate_column', { columns: twice.join('、') }))
  const duplicates = createDuplicateFinder()
  const good: GoodRow[] = []
  const bad: BadRow[] = []
  for (const raw of table.rows) {
    const entry = readRow(raw)
    if (!entry.ok) {
      bad.push({ row: raw.row, problems: entry.error })
      continue
    }
    const duplicate = duplicates.find(raw.row, entry.value)
    if (duplicate === null) good.push({ row: raw.row, entry: entry.value })
    else bad.push({ row: raw.row, problems: [duplicate] })
  }
  return ok({ good, bad, unused: table.headers.filter((header) => columnMeaning(header) === null) })
}

const readRow = (raw: RawRow): Result<CatalogueEntry, readonly RowProblem[]> => {
  if (raw.problem !== null) {
    const { code, header, params } = raw.problem
    return err([rowProblem(code, header === null ? null : (columnMeaning(header)?.field ?? null), params)])
  }
  return parseRow(rowOf(raw.cells))
}

const rowOf = (cells: RawRow['cells']): CatalogueRow => {
  const row: Partial<Record<CatalogueField, unknown>> = {}
  for (const [header, value] of cells) {
    const meaning = columnMeaning(header)
    if (meaning === null) continue
    const { field } = meaning
    row[field] = field === 'dayUnit' ? bothUnits(row[field], value) : withUnit(value, meaning.dayUnit)
  }
  return row
}

/** The unit that a header states counts for a cell that holds a bare number. */
const withUnit = (value: unknown, unit: 'workday' | 'day' | 'bare' | null): unknown => {
  if (unit === null || !/^\d+$/.test(String(value).trim())) return value
  return `${String(value).trim()}${{ workday: '工作日', day: '自然日', bare: '日' }[unit]}`
}

/** Statutory and promised limit may each have a column for their unit; two different units are named by the parser. */
const bothUnits = (before: unknown, value: unknown): unknown => {
  if (before === undefined || before === null || before === '' || before === value) return value
  return value === null || value === '' ? before : `${scalarText(before)}/${scalarText(value)}`
}

const findTwiceMeant = (headers: readonly string[]): readonly string[] | null => {
  const firstByField = new Map<CatalogueField, string>()
  for (const header of headers) {
    const field = columnMeaning(header)?.field
    if (field === undefined || field === 'dayUnit') continue
    const first = firstByField.get(field)
    if (first !== undefined) return [first, header]
    firstByField.set(field, header)
  }
  return null
}
