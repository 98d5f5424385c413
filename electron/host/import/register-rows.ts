import { type RegisterCell, parseRegisterRow } from '../../../domain/register/parse-row.ts'
import { type RegisterColumn, createColumnFinder } from '../../../domain/register/columns.ts'
import { type RegisterProblem, registerProblem } from '../../../domain/register/register-problem.ts'
import { type RegisterName, schemaOf } from '../../../domain/register/registers.ts'
import { fieldOf } from '../../../domain/register/schema.ts'
import type { NumberedRow } from '../../../domain/record/register/plan-import.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { type FileProblem, type RawRow, type RawTable, fileProblem } from './raw-table.ts'

export interface BadRegisterRow {
  readonly row: number
  readonly problems: readonly RegisterProblem[]
}

export interface RegisterRows {
  readonly good: readonly NumberedRow[]
  readonly bad: readonly BadRegisterRow[]
  /** Headers that no field of the register corresponds to. */
  readonly unused: readonly string[]
}

/** Rows of a file as rows of a register; each bad one with all its problems. Fails only for the header as a whole. */
export const registerRows = (register: RegisterName, table: RawTable): Result<RegisterRows, FileProblem> => {
  const columns = createColumnFinder(schemaOf(register))
  const twice = findTwiceMeant(table.headers, columns)
  if (twice !== null) return err(fileProblem('duplicate_column', { columns: twice.join('、') }))
  const good: NumberedRow[] = []
  const bad: BadRegisterRow[] = []
  for (const raw of table.rows) {
    const read = readRow(register, raw, columns)
    if (read.ok) good.push({ row: raw.row, read: read.value })
    else bad.push({ row: raw.row, problems: read.error })
  }
  return ok({ good, bad, unused: table.headers.filter((header) => columns(header) === null) })
}

type FindColumn = (header: string) => RegisterColumn | null

const readRow = (register: RegisterName, raw: RawRow, columns: FindColumn) => {
  const schema = schemaOf(register)
  if (raw.problem === null) return parseRegisterRow(schema, cellsOf(raw, columns))
  const { code, header, params } = raw.problem
  const column = header === null ? null : columns(header)
  const official = column?.kind === 'field' ? (fieldOf(schema, column.key)?.headers[0] ?? header) : header
  return err([registerProblem(code, official, params)])
}

const cellsOf = (raw: RawRow, columns: FindColumn): readonly RegisterCell[] => {
  const cells: RegisterCell[] = []
  for (const [header, value] of raw.cells) {
    const column = columns(header)
    if (column !== null) cells.push({ column, value })
  }
  return cells
}

const findTwiceMeant = (headers: readonly string[], columns: FindColumn): readonly string[] | null => {
  const firstByMeaning = new Map<string, string>()
  for (const header of headers) {
    const column = columns(header)
    if (column === null) continue
    const meaning = column.kind === 'field' ? `field ${column.key}` : `meta ${column.meta}`
    const first = firstByMeaning.get(meaning)
    if (first !== undefined) return [first, header]
    firstByMeaning.set(meaning, header)
  }
  return null
}
