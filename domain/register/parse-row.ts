import { scalarText } from '../catalogue/scalar-text.ts'
import type { PlainDate } from '../plain-date.ts'
import { type Result, err, ok } from '../result.ts'
import { type WrittenChange, findWrittenChange } from './change.ts'
import type { RegisterColumn } from './columns.ts'
import { maskParty } from './mask-party.ts'
import { readDate } from './read-date.ts'
import { readValue } from './read-value.ts'
import { type RegisterProblem, registerProblem } from './register-problem.ts'
import type { RegisterSchema, RegisterValue, RegisterValues } from './schema.ts'

/** What one row says. A field that no column gives is absent from `values`: an entry that is there keeps its own. */
export interface RegisterRow {
  readonly values: RegisterValues
  readonly change: WrittenChange | null
  readonly changeReason: string | null
  readonly effectiveFrom: PlainDate | null
}

export interface RegisterCell {
  readonly column: RegisterColumn
  readonly value: unknown
}

/** Reads one row; every problem of it is told at once. Personal data of natural persons come out masked. */
export const parseRegisterRow = (
  schema: RegisterSchema,
  cells: Iterable<RegisterCell>,
): Result<RegisterRow, readonly RegisterProblem[]> => {
  const problems: RegisterProblem[] = []
  const values: Record<string, RegisterValue> = {}
  let [change, changeReason, effectiveFrom]: [WrittenChange | null, string | null, PlainDate | null] = [
    null,
    null,
    null,
  ]
  for (const { column, value } of cells) {
    if (column.kind === 'field') {
      const field = schema.fields.find(({ key }) => key === column.key)
      if (field === undefined) continue
      const read = readValue(field, value, column.unit)
      if (!read.ok) problems.push(read.error)
      // Of two columns that mean the same field the filled one counts.
      else if (read.value !== null || values[column.key] === undefined) values[column.key] = read.value
      continue
    }
    const words = value === null || value === undefined ? '' : scalarText(value).trim()
    if (words === '') continue
    switch (column.meta) {
      case 'change':
        change = findWrittenChange(words) ?? null
        if (change === null) problems.push(registerProblem('change_unknown', '变动类型', { value: words.slice(0, 60) }))
        break
      case 'changeReason':
        changeReason = words.slice(0, 1000)
        break
      case 'effectiveFrom':
        effectiveFrom = readDate(words)
        if (effectiveFrom === null)
          problems.push(registerProblem('date_invalid', '生效日期', { value: words.slice(0, 60) }))
        break
    }
  }
  return problems.length === 0
    ? ok({ values: maskParty(schema, values), change, changeReason, effectiveFrom })
    : err(problems)
}

/** What a complete entry still lacks, or says against itself. */
export const findEntryProblems = (schema: RegisterSchema, values: RegisterValues): readonly RegisterProblem[] => {
  const problems = schema.fields.flatMap(({ key, headers, required }) =>
    required && (values[key] ?? '') === '' ? [registerProblem('missing', headers[0] ?? key)] : [],
  )
  const { decidedOn, publishedOn, penaltyClass } = values
  const header = (key: string) => schema.fields.find((field) => field.key === key)?.headers[0] ?? key
  if (typeof decidedOn === 'string' && typeof publishedOn === 'string' && publishedOn < decidedOn)
    problems.push(registerProblem('date_order', header('publishedOn')))
  if (penaltyClass === 'warning_only') problems.push(registerProblem('not_published', header('penaltyClass')))
  return problems
}
