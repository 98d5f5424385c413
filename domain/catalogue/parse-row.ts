import { type Result, err, ok } from '../result.ts'
import type { Handling, ItemStep, ServiceItem } from '../service/service-item.ts'
import type { CatalogueRow } from './catalogue-field.ts'
import { findItemKind } from './item-kinds.ts'
import { readFee } from './read-fee.ts'
import { readList, readText } from './read-field.ts'
import { type SaidDetails, readDetails } from './read-details.ts'
import { readMaterials } from './read-materials.ts'
import { readYesNo } from './yes-no.ts'
import { readSteps } from './read-steps.ts'
import { type RowProblem, rowProblem } from './row-problem.ts'
import { scalarText } from './scalar-text.ts'
import { type TimeLimit, type WrittenUnit, parseDayUnit, parseTimeLimit } from './time-limit.ts'

/** An item without its place in the store. */
export type ItemContent = Omit<ServiceItem, 'id' | 'version'>

type Plain = Exclude<keyof ItemContent, 'dayUnit' | 'handling' | 'details' | 'steps' | 'joint' | 'phrases'>

/** What one row says. A field that is `undefined` was not in the file: an earlier version of the item keeps its own. */
export type CatalogueEntry = {
  readonly id: string | null
  readonly dayUnit: WrittenUnit | null | undefined
  /** 即办 was written in place of a number of days. */
  readonly instant: boolean
  readonly handling: Handling | null | undefined
  readonly steps: readonly ItemStep[] | null | undefined
  readonly joint: boolean | null | undefined
  readonly phrases: readonly string[] | null | undefined
  readonly details: SaidDetails | undefined
} & { readonly [K in Plain]: ItemContent[K] | null | undefined }

/** Reads one row; every problem of the row is told at once. Empty required fields are judged in `completeItem`. */
export const parseRow = (row: CatalogueRow): Result<CatalogueEntry, readonly RowProblem[]> => {
  const problems: RowProblem[] = []
  const take = <T>(read: Result<T, RowProblem>): T | undefined => {
    if (read.ok) return read.value
    problems.push(read.error)
    return undefined
  }
  const given = <T>(value: unknown, read: (value: unknown) => Result<T, RowProblem>): T | undefined =>
    value === undefined ? undefined : take(read(value))

  const statutory = given(row.statutoryDays, (value) => readLimit('statutoryDays', value))
  const promised = given(row.promisedDays, (value) => readLimit('promisedDays', value))
  const column = given(row.dayUnit, readUnit)
  const units = new Set([statutory?.unit, promised?.unit, column].filter((unit) => unit !== null && unit !== undefined))
  if (units.size > 1) problems.push(rowProblem('day_units_differ', 'dayUnit'))
  const [unit] = units

  const details = readDetails(row)
  if (!details.ok) problems.push(...details.error)

  const entry: CatalogueEntry = {
    id: given(row.id, (value) => readText('id', value)) ?? null,
    code: given(row.code, (value) => readText('code', value)),
    name: given(row.name, (value) => readText('name', value)),
    kind: given(row.kind, readKind),
    organ: given(row.organ, (value) => readText('organ', value)),
    group: given(row.group, (value) => readText('group', value)),
    legalBasis: given(row.legalBasis, (value) => readList('legalBasis', value)),
    audience: given(row.audience, (value) => readText('audience', value)),
    conditions: given(row.conditions, (value) => readList('conditions', value)),
    materials: given(row.materials, readMaterials),
    statutoryDays: statutory?.days,
    promisedDays: promised?.days,
    dayUnit: unit ?? (statutory === undefined && promised === undefined && column === undefined ? undefined : null),
    instant: (statutory?.instant ?? false) || (promised?.instant ?? false),
    handling: given(row.handling, readHandling),
    fee: take(readFee(row)),
    resultName: given(row.resultName, (value) => readText('resultName', value)),
    processSteps: given(row.processSteps, (value) => readList('processSteps', value)),
    note: given(row.note, (value) => readText('note', value)),
    steps: given(row.steps, readSteps),
    joint: given(row.joint, readJoint),
    phrases: given(row.phrases, (value) => readList('phrases', value)),
    details: details.ok ? details.value : undefined,
  }
  return problems.length === 0 ? ok(entry) : err(problems)
}

const readLimit = (field: 'statutoryDays' | 'promisedDays', value: unknown): Result<TimeLimit, RowProblem> => {
  const limit = parseTimeLimit(value)
  return limit.ok ? limit : err(rowProblem('days_invalid', field, { value: limit.error }))
}

const readUnit = (value: unknown): Result<WrittenUnit | null, RowProblem> => {
  const unit = parseDayUnit(value)
  return unit.ok ? unit : err(rowProblem('day_unit_unknown', 'dayUnit', { value: unit.error }))
}

const readKind = (value: unknown): Result<string | null, RowProblem> => {
  const words = readText('kind', value)
  if (!words.ok || words.value === null) return words
  const kind = findItemKind(words.value)
  return kind === undefined ? err(rowProblem('kind_unknown', 'kind', { value: words.value })) : ok(kind)
}

const readJoint = (value: unknown): Result<boolean | null, RowProblem> => {
  const said = readYesNo(value)
  return said.ok ? said : err(rowProblem('detail_unclear', 'joint', { value: said.error }))
}

/** 办件类型 in words or codes (table A.6), or the yes/no of 是否即办. */
const readHandling = (value: unknown): Result<Handling | null, RowProblem> => {
  if (value === null || value === undefined || value === '') return ok(null)
  if (typeof value === 'boolean') return ok(value ? 'instant' : 'committed')
  const words = scalarText(value).replaceAll(/\s/g, '')
  const handling = handlingByWords.get(words)
  return handling === undefined
    ? err(rowProblem('handling_unknown', 'handling', { value: words.slice(0, 60) }))
    : ok(handling)
}

const handlingByWords: ReadonlyMap<string, Handling> = new Map([
  ['1', 'instant'],
  ['即办件', 'instant'],
  ['即办', 'instant'],
  ['是', 'instant'],
  ['instant', 'instant'],
  ['2', 'committed'],
  ['承诺件', 'committed'],
  ['否', 'committed'],
  ['committed', 'committed'],
  ['9', 'other'],
  ['其他', 'other'],
  ['其它', 'other'],
  ['联办件', 'other'],
  ['上报件', 'other'],
  ['other', 'other'],
])
