import { CsvError, parse } from 'csv-parse/sync'
import { type Result, err, ok } from '../../../domain/result.ts'
import { decodeText } from './decode-text.ts'
import { type HeaderLine, findHeaderLine } from './header-line.ts'
import { type FileProblem, type RawRow, type ReadTable, fileProblem, importLimits } from './raw-table.ts'

/** A delimited text: comma, tab or semicolon, whichever the header uses; quoted as RFC 4180. */
export const readCsv: ReadTable = (bytes, isKnown) => {
  const text = decodeText(bytes)
  if (!text.ok) return Promise.resolve(text)
  if (text.value.trim() === '') return Promise.resolve(err(fileProblem('file_empty')))
  const lines = linesOf(text.value)
  if (!lines.ok) return Promise.resolve(lines)
  const header = findHeaderLine(lines.value, isKnown)
  return Promise.resolve(header.ok ? tableOf(lines.value, header.value) : header)
}

const linesOf = (text: string): Result<readonly (readonly string[])[], FileProblem> => {
  try {
    const lines: string[][] = parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      max_record_size: 1024 * 1024,
      to: importLimits.rows + 100,
    })
    return ok(lines)
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Reflect.get(error, 'lines')
    return err(fileProblem('csv_broken', typeof line === 'number' ? { line } : {}))
  }
}

const delimiterOf = (text: string): string => {
  const start = text.slice(0, 4000).split(/\r?\n/).slice(0, 10).join('\n')
  const counts = [',', '\t', ';'].map((mark) => ({ mark, count: start.split(mark).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}

const tableOf = (lines: readonly (readonly string[])[], { index, headers }: HeaderLine) => {
  const rows: RawRow[] = []
  for (const [offset, line] of lines.slice(index + 1).entries()) {
    if (line.every((cell) => cell.trim() === '')) continue
    rows.push(rowOf(line, headers, index + 2 + offset))
  }
  if (rows.length === 0) return err(fileProblem('file_empty'))
  if (rows.length > importLimits.rows)
    return err(fileProblem('too_many_rows', { max: importLimits.rows, rows: rows.length }))
  return ok({ headers: headers.filter((header) => header !== null), rows })
}

const rowOf = (line: readonly string[], headers: HeaderLine['headers'], row: number): RawRow => {
  const cells = new Map<string, unknown>()
  for (const [column, header] of headers.entries()) if (header !== null) addCell(cells, header, line[column] ?? '')
  const surplus = line.slice(headers.length).some((cell) => cell.trim() !== '')
  // An unquoted comma inside a text shifts every later cell, so such a row cannot be trusted.
  const params = { cells: line.length, columns: headers.length }
  return { row, cells, problem: surplus ? { code: 'too_many_cells', header: null, params } : null }
}

/** The same header twice: the first filled cell counts, and the mapping refuses the file if the field may come only once. */
const addCell = (cells: Map<string, unknown>, header: string, value: string): void => {
  const before = cells.get(header)
  if (before === undefined || before === '') cells.set(header, value)
}
