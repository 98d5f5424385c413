import { err, ok } from '../../../domain/result.ts'
import { decodeText } from './decode-text.ts'
import { type RawRow, type ReadTable, fileProblem, importLimits } from './raw-table.ts'

/** A JSON array of records. */
export const readJson: ReadTable = (bytes) => Promise.resolve(readJsonNow(bytes))

const readJsonNow = (bytes: Uint8Array) => {
  const text = decodeText(bytes)
  if (!text.ok) return text
  if (text.value.trim() === '') return err(fileProblem('file_empty'))
  const parsed = parseJson(text.value)
  if (!parsed.ok) return parsed
  if (!Array.isArray(parsed.value)) return err(fileProblem('json_not_a_list'))
  const list: readonly unknown[] = parsed.value
  if (list.length === 0) return err(fileProblem('file_empty'))
  if (list.length > importLimits.rows)
    return err(fileProblem('too_many_rows', { max: importLimits.rows, rows: list.length }))
  const rows = list.map((entry, index): RawRow => rowOf(entry, index + 1))
  return ok({ headers: [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))], rows })
}

export const parseJson = (text: string) => {
  try {
    const value: unknown = JSON.parse(text)
    return ok(value)
  } catch (error) {
    // The engine's message quotes the file, which may hold personal data; only the place is kept.
    const place = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    const before = place === undefined ? null : text.slice(0, Number(place))
    return err(fileProblem('not_json', before === null ? {} : { line: before.split('\n').length }))
  }
}

const rowOf = (entry: unknown, row: number): RawRow =>
  typeof entry === 'object' && entry !== null && !Array.isArray(entry)
    ? { row, cells: new Map(Object.entries(entry)), problem: null }
    : { row, cells: new Map(), problem: { code: 'not_a_row', header: null, params: {} } }
