import type { Cell, Worksheet } from 'exceljs'
import { type Result, err, ok } from '../../../domain/result.ts'
import { type HeaderLine, findHeaderLine, headerSearchDepth } from './header-line.ts'
import {
  type FileProblem,
  type IsKnownHeader,
  type RawRow,
  type RawTable,
  type ReadTable,
  fileProblem,
  importLimits,
} from './raw-table.ts'
import { unpackedZipSize } from './zip-size.ts'

/**
 * The first sheet with a header the table knows. Formulas give their last result, merged cells the value of their first
 * cell; titles above the header and a header of two lines are understood.
 */
export const readXlsx: ReadTable = async (bytes, isKnown) => {
  const sheets = await openSheets(bytes)
  if (!sheets.ok) return sheets
  const filled = sheets.value.filter((sheet) => sheet.actualRowCount > 0)
  if (filled.length === 0) return err(fileProblem('file_empty'))
  for (const sheet of filled) {
    const header = headerOf(sheet, isKnown)
    if (header !== null) return tableOf(sheet, header)
  }
  return err(fileProblem('no_header'))
}

const openSheets = async (bytes: Uint8Array): Promise<Result<readonly Worksheet[], FileProblem>> => {
  // The compound-file mark: an old .xls, or a workbook that asks for a password.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return err(fileProblem('xlsx_locked'))
  const size = unpackedZipSize(bytes)
  if (size === null) return err(fileProblem('xlsx_broken'))
  if (size > importLimits.unpackedBytes)
    return err(fileProblem('file_too_large', { max: importLimits.unpackedBytes, bytes: size }))
  // Loaded only here: it is large, and most starts of the host never import a workbook.
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    return err(fileProblem('xlsx_broken'))
  }
  return ok(workbook.worksheets)
}

interface SheetHeader extends HeaderLine {
  /** Last line of the header: a merged header covers more than one. */
  readonly lastRow: number
}

const headerOf = (sheet: Worksheet, isKnown: IsKnownHeader): SheetHeader | null => {
  const depth = Math.min(headerSearchDepth, sheet.rowCount)
  const lines = Array.from({ length: depth }, (_, index) => valuesOf(sheet, index + 1))
  const found = findHeaderLine(lines, isKnown)
  if (!found.ok) return null
  const firstRow = found.value.index + 1
  const lastRow = lastHeaderRow(sheet, firstRow, found.value.headers)
  const below = lastRow === firstRow ? [] : valuesOf(sheet, lastRow)
  const headers = found.value.headers.map((header, column) => {
    const lower = below[column]
    return typeof lower === 'string' && isKnown(lower) ? lower.trim() : header
  })
  return { index: found.value.index, headers, lastRow }
}

/** A header cell merged downwards makes the lines it covers part of the header. */
const lastHeaderRow = (sheet: Worksheet, firstRow: number, headers: HeaderLine['headers']): number => {
  let last = firstRow
  for (const [column, header] of headers.entries()) {
    if (header === null) continue
    const master = sheet.getCell(firstRow, column + 1).master
    while (sheet.getCell(last + 1, column + 1).isMerged && sheet.getCell(last + 1, column + 1).master === master)
      last += 1
  }
  return last
}

const valuesOf = (sheet: Worksheet, row: number): readonly unknown[] =>
  Array.from({ length: sheet.columnCount }, (_, index) => plainValue(sheet.getCell(row, index + 1)).value)

const tableOf = (sheet: Worksheet, { headers, lastRow }: SheetHeader): Result<RawTable, FileProblem> => {
  const rows: RawRow[] = []
  for (let row = lastRow + 1; row <= sheet.rowCount; row += 1) {
    const line = sheet.findRow(row)
    if (line?.hasValues !== true) continue
    if (rows.length === importLimits.rows)
      return err(fileProblem('too_many_rows', { max: importLimits.rows, rows: sheet.rowCount - lastRow }))
    const read = rowOf(sheet, headers, row)
    if (read.problem !== null || [...read.cells.values()].some((value) => value !== null && value !== ''))
      rows.push(read)
  }
  if (rows.length === 0) return err(fileProblem('file_empty'))
  return ok({ headers: headers.filter((header) => header !== null), rows })
}

const rowOf = (sheet: Worksheet, headers: HeaderLine['headers'], row: number): RawRow => {
  const cells = new Map<string, unknown>()
  let problem: RawRow['problem'] = null
  for (const [column, header] of headers.entries()) {
    if (header === null) continue
    const { value, broken } = plainValue(sheet.getCell(row, column + 1))
    if (broken !== null) problem ??= { code: 'formula_without_value', header, params: { value: broken } }
    const before = cells.get(header)
    if (before === undefined || before === null || before === '') cells.set(header, value)
  }
  return { row, cells, problem }
}

/** A cell as text, number, yes/no or nothing; `broken` names a formula without a result or the error a cell shows. */
const plainValue = (cell: Cell): { readonly value: unknown; readonly broken: string | null } => {
  const { value } = cell
  if (value === null || value === undefined) return plain(null)
  if (typeof value !== 'object') return plain(value)
  if (value instanceof Date) return plain(value.toISOString().slice(0, 10))
  if ('error' in value) return { value: null, broken: value.error }
  if ('richText' in value) return plain(value.richText.map(({ text }) => text).join(''))
  // The text of a link can itself be rich; `cell.text` joins it.
  if ('hyperlink' in value) return plain(cell.text)
  const { result } = value
  if (result === undefined || result === null) return { value: null, broken: cell.address }
  if (result instanceof Date) return plain(result.toISOString().slice(0, 10))
  return typeof result === 'object' ? { value: null, broken: result.error } : plain(result)
}

const plain = (value: unknown) => ({ value, broken: null })
