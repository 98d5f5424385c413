import { type Result, err, ok } from '../result.ts'
import { categoryNames } from './data/official-names.ts'
import { outcomes } from './outcome.ts'
import type { Narrative, PublishedReport } from './published-report.ts'
import {
  type DocumentCounts,
  type ProactiveFigures,
  type ReportFormat,
  type ReportRow,
  type Table3,
  type Table4,
  remedyColumns,
  remedyGroups,
  reportColumns,
  reportFormats,
} from './table.ts'

export const shapeProblemCodes = [
  'not_a_record', // the report is not an object
  'nothing_to_check', // neither table nor text
  'wrong_type', // of the value at `path`
  'row_unknown', // table 3 has a row that the form has not
  'cells_count', // a row of table 3 has not seven cells
  'column_missing', // a group of table 4 lacks one of its five cells
  'columns_differ', // `columns` are not those of the form, in its order
  'format_unknown', // neither 2021 nor 2019
] as const
export type ShapeProblemCode = (typeof shapeProblemCodes)[number]

/** Why a value is no report; `path` is where, e.g. `table3.granted`. */
export interface ShapeProblem {
  readonly code: ShapeProblemCode
  readonly path: string
  readonly value: string
}

/**
 * A report as files carry it: `{ year, format, columns, active_disclosure, narrative, table3, table4 }`. Whether its numbers are right is
 * not asked here; every problem of its shape is named.
 */
export const parseReport = (value: unknown): Result<PublishedReport, readonly ShapeProblem[]> => {
  if (!isRecord(value)) return err([problem('not_a_record', '', value)])
  const problems: ShapeProblem[] = []
  const report: PublishedReport = {
    id: readText(value, 'id', problems),
    organ: readText(value, 'organ', problems),
    year: readYear(value['year'], problems),
    format: readFormat(value['format'], problems),
    proactive: readProactive(value['active_disclosure'], problems),
    table3: readTable3(value['table3'], problems),
    table4: readTable4(value['table4'], problems),
    narrative: readNarrative(value['narrative'], problems),
  }
  checkColumns(value['columns'], problems)
  const empty = report.table3 === null && report.table4 === null && report.narrative === null
  if (problems.length === 0 && empty) problems.push(problem('nothing_to_check', '', null))
  return problems.length === 0 ? ok(report) : err(problems)
}

type Problems = ShapeProblem[]

const problem = (code: ShapeProblemCode, path: string, value: unknown): ShapeProblem => ({
  code,
  path,
  value: (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).slice(0, 60),
})

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined

const readText = (report: Readonly<Record<string, unknown>>, key: string, problems: Problems): string | null => {
  const value = report[key]
  if (isAbsent(value)) return null
  if (typeof value === 'string') return value
  problems.push(problem('wrong_type', key, value))
  return null
}

const readYear = (value: unknown, problems: Problems): number | null => {
  if (isAbsent(value)) return null
  if (typeof value === 'number' && Number.isInteger(value) && value >= 2008 && value <= 9999) return value
  problems.push(problem('wrong_type', 'year', value))
  return null
}

const readFormat = (value: unknown, problems: Problems): ReportFormat | null => {
  if (isAbsent(value)) return null
  const format = reportFormats.find((known) => known === value)
  if (format === undefined) problems.push(problem('format_unknown', 'format', value))
  return format ?? null
}

const columnNames: readonly string[] = [...Object.values(categoryNames), '总计']

const checkColumns = (value: unknown, problems: Problems): void => {
  if (isAbsent(value)) return
  const same =
    Array.isArray(value) && value.length === columnNames.length && columnNames.every((name, at) => value[at] === name)
  if (!same) problems.push(problem('columns_differ', 'columns', value))
}

const knownRows: readonly ReportRow[] = ['new', 'carried_in', ...outcomes, 'other_all', 'total', 'carried_out']

const readTable3 = (value: unknown, problems: Problems): Table3<number | null> | null => {
  if (isAbsent(value)) return null
  if (!isRecord(value)) {
    problems.push(problem('wrong_type', 'table3', value))
    return null
  }
  const table: Partial<Record<ReportRow, readonly (number | null)[]>> = {}
  for (const [key, cells] of Object.entries(value)) {
    const row = knownRows.find((known) => known === key)
    if (row === undefined) problems.push(problem('row_unknown', `table3.${key}`, key))
    else if (!Array.isArray(cells)) problems.push(problem('wrong_type', `table3.${key}`, cells))
    else if (cells.length !== reportColumns.length) problems.push(problem('cells_count', `table3.${key}`, cells.length))
    else table[row] = cells.map((cell: unknown, at) => readCell(cell, `table3.${key}[${String(at)}]`, problems))
  }
  return table
}

const readTable4 = (value: unknown, problems: Problems): Table4<number | null> | null => {
  if (isAbsent(value)) return null
  if (!isRecord(value)) {
    problems.push(problem('wrong_type', 'table4', value))
    return null
  }
  const groups = remedyGroups.map((group) => {
    const cells = value[group]
    const path = `table4.${group}`
    const read = remedyColumns.map((column) => {
      if (!isRecord(cells)) return [column, null] as const
      if (!Object.hasOwn(cells, column)) problems.push(problem('column_missing', `${path}.${column}`, null))
      return [column, readCell(cells[column] ?? null, `${path}.${column}`, problems)] as const
    })
    if (!isRecord(cells)) problems.push(problem('wrong_type', path, cells))
    return [group, Object.fromEntries(read)] as const
  })
  // Both records are made from the full lists of their keys.
  return Object.fromEntries(groups) as unknown as Table4<number | null>
}

const readCell = (cell: unknown, path: string, problems: Problems): number | null => {
  if (cell === null) return null
  if (typeof cell === 'number' && Number.isFinite(cell)) return cell
  problems.push(problem('wrong_type', path, cell))
  return null
}

const readNarrative = (value: unknown, problems: Problems): Narrative | null => {
  if (isAbsent(value)) return null
  if (!isRecord(value)) {
    problems.push(problem('wrong_type', 'narrative', value))
    return null
  }
  const figures: Record<string, number | Readonly<Record<string, number>>> = {}
  for (const [key, figure] of Object.entries(value)) {
    const path = `narrative.${key}`
    if (figure === null) continue
    if (!isRecord(figure)) figures[key] = readCell(figure, path, problems) ?? 0
    else
      figures[key] = Object.fromEntries(
        Object.entries(figure).map(([part, n]) => [part, readCell(n, `${path}.${part}`, problems) ?? 0]),
      )
  }
  return figures
}

const readProactive = (value: unknown, problems: Problems): ProactiveFigures | null => {
  if (isAbsent(value)) return null
  if (!isRecord(value)) {
    problems.push(problem('wrong_type', 'active_disclosure', value))
    return null
  }
  const figure = (key: string) => readCell(value[key] ?? null, `active_disclosure.${key}`, problems)
  const charges = figure('行政事业性收费_万元')
  return {
    rules: readCounts(value['规章'], '规章', problems),
    normativeDocuments: readCounts(value['行政规范性文件'], '行政规范性文件', problems),
    licences: figure('行政许可'),
    penalties: figure('行政处罚'),
    compulsion: figure('行政强制'),
    // 万元 with decimals are whole fen.
    chargesFen: charges === null ? null : Math.round(charges * 1_000_000),
  }
}

const readCounts = (value: unknown, key: string, problems: Problems): DocumentCounts | null => {
  if (isAbsent(value)) return null
  const [made, repealed, inForce, ...more] = Array.isArray(value) ? (value as readonly unknown[]) : []
  if (typeof made === 'number' && typeof repealed === 'number' && typeof inForce === 'number' && more.length === 0)
    return { made, repealed, inForce }
  problems.push(problem('wrong_type', `active_disclosure.${key}`, value))
  return null
}
