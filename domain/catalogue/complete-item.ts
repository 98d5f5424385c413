import { type Result, err, ok } from '../result.ts'
import type { Handling, ServiceItem } from '../service/service-item.ts'
import type { CatalogueEntry, ItemContent } from './parse-row.ts'
import { completeDetails } from './read-details.ts'
import { type RowProblem, rowProblem } from './row-problem.ts'
import type { WrittenUnit } from './time-limit.ts'

/**
 * The whole item a row makes, on top of the version stored before (null = a new item). A list without guide columns
 * therefore renames an item without wiping out its guide. Refuses an item without name, organ or kind, and a promise
 * longer than the statutory limit (行政许可法 art. 42: the limit is what the law allows at most).
 */
export const completeItem = (
  previous: ServiceItem | null,
  entry: CatalogueEntry,
): Result<ItemContent, readonly RowProblem[]> => {
  const name = entry.name === undefined ? previous?.name : entry.name
  const organ = entry.organ === undefined ? previous?.organ : entry.organ
  const kind = entry.kind === undefined ? previous?.kind : entry.kind
  const problems: RowProblem[] = []
  if (isEmpty(name)) problems.push(rowProblem('missing', 'name'))
  if (isEmpty(organ)) problems.push(rowProblem('missing', 'organ'))
  if (isEmpty(kind)) problems.push(rowProblem('missing', 'kind'))

  const statutoryDays = kept(entry.statutoryDays, previous?.statutoryDays)
  const promisedDays = kept(entry.promisedDays, previous?.promisedDays)
  if (statutoryDays !== null && promisedDays !== null && promisedDays > statutoryDays)
    problems.push(
      rowProblem('promised_over_statutory', 'promisedDays', { statutory: statutoryDays, promised: promisedDays }),
    )
  if (isEmpty(name) || isEmpty(organ) || isEmpty(kind) || problems.length > 0) return err(problems)

  return ok({
    code: kept(entry.code, previous?.code),
    name,
    kind,
    organ,
    group: kept(entry.group, previous?.group),
    legalBasis: kept(entry.legalBasis, previous?.legalBasis) ?? [],
    audience: kept(entry.audience, previous?.audience),
    conditions: kept(entry.conditions, previous?.conditions) ?? [],
    materials: kept(entry.materials, previous?.materials) ?? [],
    statutoryDays,
    promisedDays,
    dayUnit: entry.dayUnit === undefined ? (previous?.dayUnit ?? 'workday') : unitFor(kind, entry.dayUnit),
    handling: handlingFor(entry, previous?.handling, promisedDays),
    fee: kept(entry.fee, previous?.fee),
    resultName: kept(entry.resultName, previous?.resultName),
    processSteps: kept(entry.processSteps, previous?.processSteps) ?? [],
    note: kept(entry.note, previous?.note),
    ...present('steps', kept(entry.steps, previous?.steps)),
    ...present('phrases', nonEmpty(kept(entry.phrases, previous?.phrases))),
    ...(kept(entry.joint, previous?.joint) === true ? { joint: true } : {}),
    ...present('details', completeDetails(previous?.details, entry.details) ?? null),
  })
}

/** A field that is absent when nothing is published. */
const present = <K extends string, V>(key: K, value: V | null): { readonly [P in K]?: V } =>
  // One key, or none.
  (value === null ? {} : { [key]: value }) as { readonly [P in K]?: V }

const nonEmpty = <T>(list: readonly T[] | null): readonly T[] | null =>
  list === null || list.length === 0 ? null : list

const isEmpty = (words: string | null | undefined): words is null | undefined => words === null || words === undefined

const kept = <T>(said: T | null | undefined, before: T | null | undefined): T | null =>
  said === undefined ? (before ?? null) : said

const unitFor = (kind: string, written: WrittenUnit | null): 'workday' | 'day' => {
  if (written === 'bare') return kind === '行政许可' ? 'workday' : 'day'
  return written ?? 'workday'
}

/** A guide that names no type but promises a number of days is a 承诺件; one that says neither stays 其他. */
const handlingFor = (entry: CatalogueEntry, before: Handling | undefined, promisedDays: number | null): Handling => {
  if (entry.instant) return 'instant'
  if (entry.handling !== null && entry.handling !== undefined) return entry.handling
  if (entry.handling === undefined && before !== undefined && before !== 'other') return before
  return promisedDays === null ? 'other' : 'committed'
}
