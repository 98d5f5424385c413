import { extname } from 'node:path'
import type { PerformRecordInput } from '../../../contract/acts/record-acts.ts'
import type { BadEntryRow, ImportEntriesInput, ImportedEntries } from '../../../contract/queries/catalogue.ts'
import type { RunProgress } from '../../../contract/queries/run.ts'
import type { EntryColumn } from '../../../domain/record/publication/entry-columns.ts'
import { entryColumnOf, entryHeader } from '../../../domain/record/publication/entry-columns.ts'
import { entryProblem } from '../../../domain/record/publication/entry-problem.ts'
import { type ReadEntry, parseEntryRow } from '../../../domain/record/publication/parse-entry-row.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { type FileProblem, type RawRow, fileProblem } from '../import/raw-table.ts'
import { readTableOf } from '../import/read-table.ts'
import { uuidFrom } from '../import/uuid-from.ts'
import { toMutable } from '../mutable.ts'
import type { Actor } from '../perform/perform.ts'
import type { Services } from '../services.ts'
import { allEntries, nextIndexNoFor } from './next-number.ts'

interface NumberedEntry {
  readonly row: number
  readonly id: string
  readonly read: ReadEntry
}

/** Rows stored as one: after each of them the others are let in, and a person may stop. */
const together = 50

/**
 * Entries of a file, as drafts (PUB-28). `look` writes nothing; `all` writes nothing either when one row is wrong. An id follows from what the
 * row says, so that the same rows again change nothing.
 */
export async function* importEntries(
  deps: Pick<Services, 'store' | 'today' | 'performTogether'>,
  { name, content, take }: ImportEntriesInput,
  actor: Actor,
): AsyncGenerator<RunProgress, Result<ImportedEntries, FileProblem>> {
  const bytes = new Uint8Array(Buffer.from(content, 'base64'))
  if (bytes.byteLength === 0) return err(fileProblem('file_empty'))
  const table = await readTableOf(extname(name), bytes, (header) => entryColumnOf(header) !== null)
  if (!table.ok) return table
  const entries = await allEntries(deps)
  const { good, bad, unchanged } = sorted(deps, table.value.rows, entries)
  const report = {
    read: table.value.rows.length,
    good: good.length,
    unchanged,
    added: 0,
    bad,
    unused: table.value.headers.filter((header) => entryColumnOf(header) === null),
  }
  if (take === 'look' || (take === 'all' && bad.length > 0)) return ok(report)
  const refused: BadEntryRow[] = []
  let added = 0
  const known = entries.map(({ indexNo, template, content: each }) => ({ indexNo, template, content: each }))
  for (let from = 0; from < good.length; from += together) {
    const batch = good.slice(from, from + together).flatMap((one) => {
      const given = numberFor(deps, one, known)
      if (!given.ok) {
        refused.push({
          row: one.row,
          problems: [entryProblem('refused', entryHeader('indexNo'), { code: given.error })],
        })
        return []
      }
      known.push({ ...given.value, content: one.read.content })
      return [{ row: one.row, input: draftOf(one, given.value) }]
    })
    added += store(deps, batch, actor, refused)
    yield { kind: 'progress', done: Math.min(from + together, good.length), total: good.length }
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  return ok({ ...report, added, bad: [...bad, ...refused].sort((a, b) => a.row - b.row) })
}

/** Rows that can be taken in, those that are there already, and those that are wrong. */
const sorted = (
  { store: { read }, today }: Pick<Services, 'store' | 'today'>,
  rows: readonly RawRow[],
  entries: readonly Publication[],
) => {
  const taken = new Set(entries.map(({ indexNo }) => indexNo))
  const stored = new Set(entries.map(({ id }) => id))
  const center = read.meta.findDevice()?.center ?? ''
  const firstRow = new Map<string, number>()
  const good: NumberedEntry[] = []
  const bad: BadEntryRow[] = []
  let unchanged = 0
  for (const raw of rows) {
    const parsed = readRow(raw, today())
    if (!parsed.ok) {
      bad.push({ row: raw.row, problems: [...parsed.error] })
      continue
    }
    const { content, indexNo } = parsed.value
    const { category, title, organ, madeOn, documentNo } = content
    const id = uuidFrom([center, 'publication', organ, category, title, madeOn, documentNo ?? ''].join('\n'))
    const keys = [id, ...(indexNo === null ? [] : [indexNo])]
    const first = keys.flatMap((key) => firstRow.get(key) ?? [])[0]
    for (const key of keys) firstRow.set(key, first ?? raw.row)
    if (first !== undefined) bad.push({ row: raw.row, problems: [entryProblem('duplicate', null, { row: first })] })
    else if (stored.has(id)) unchanged += 1
    else if (indexNo !== null && taken.has(indexNo))
      bad.push({ row: raw.row, problems: [entryProblem('index_no_taken', entryHeader('indexNo'), { value: indexNo })] })
    else good.push({ row: raw.row, id, read: parsed.value })
  }
  return { good, bad, unchanged }
}

const readRow = (raw: RawRow, today: Parameters<typeof parseEntryRow>[1]) => {
  if (raw.problem !== null) {
    const { code, header, params } = raw.problem
    return err([entryProblem(code, header, params)])
  }
  const cells = new Map<EntryColumn, unknown>()
  for (const [header, value] of raw.cells) {
    const column = entryColumnOf(header)
    if (column !== null && (cells.get(column) ?? '') === '') cells.set(column, value)
  }
  return parseEntryRow(cells, today)
}

type Known = Pick<Publication, 'indexNo' | 'template' | 'content'>

const numberFor = (
  deps: Pick<Services, 'store'>,
  { read: { content, indexNo } }: NumberedEntry,
  known: readonly Known[],
): Result<Pick<Publication, 'indexNo' | 'template'>, string> => {
  if (indexNo !== null) return ok({ indexNo, template: null })
  const given = nextIndexNoFor(deps, { organ: content.organ, madeOn: content.madeOn, template: null, codes: {} }, known)
  return given.ok ? given : err(given.error.code)
}

const draftOf = (
  { id, read: { content } }: NumberedEntry,
  { indexNo, template }: Pick<Publication, 'indexNo' | 'template'>,
): PerformRecordInput =>
  toMutable({
    recordId: id,
    base: 0,
    act: { kind: 'publication.draft' as const, origin: { kind: 'own' as const }, indexNo, template, content },
  })

/** All of a batch, or, where one is refused, all but that; answers how many were stored. */
const store = (
  { performTogether }: Pick<Services, 'performTogether'>,
  batch: readonly { readonly row: number; readonly input: PerformRecordInput }[],
  actor: Actor,
  refused: BadEntryRow[],
): number => {
  let left = batch
  while (left.length > 0) {
    const done = performTogether(
      left.map(({ input }) => input),
      actor,
    )
    if (done.ok) return left.length
    const { at, refusal } = done.error
    const code = refusal.fields[0]?.code ?? refusal.code
    refused.push({ row: left[at]?.row ?? 0, problems: [entryProblem('refused', null, { code })] })
    left = left.filter((_, n) => n !== at)
  }
  return 0
}
