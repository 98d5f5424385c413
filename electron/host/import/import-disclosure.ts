import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../contract/canonical-json.ts'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import type { Refusal } from '../../../domain/case/refusal.ts'
import type { ReportCategory } from '../../../domain/case/applicant.ts'
import { disclosureColumn, disclosureRowOf, isDisclosureHeader } from '../../../domain/history/disclosure-columns.ts'
import { type DisclosureField, type HistoryProblem, historyProblem } from '../../../domain/history/history-problem.ts'
import {
  type HistoricalEntry,
  type RegisterContext,
  parseDisclosureRow,
} from '../../../domain/history/parse-disclosure-row.ts'
import { plainDateInShanghai } from '../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { performMany } from '../perform/perform-many.ts'
import { toMutable } from '../mutable.ts'
import type { ImportDeps } from './import-catalogue.ts'
import { type FileProblem, type RawRow, fileProblem } from './raw-table.ts'
import { readTable } from './read-table.ts'

/** Words that stand where a row names nobody; they come from the user interface. */
export interface RegisterWords {
  readonly nobody: Readonly<Record<ReportCategory, string>>
  /** Why there is no identity number. */
  readonly idException: string
}

export interface ImportDisclosureOptions {
  readonly words: RegisterWords
  /** Called after every batch. */
  readonly onProgress?: (done: number, of: number) => void
  /** Ends the import after the batch at hand; what was taken in stays. */
  readonly signal?: AbortSignal
}

export interface BadRegisterRow {
  readonly row: number
  readonly problems: readonly HistoryProblem[]
}

export interface RegisterReport {
  readonly read: number
  /** Rows taken in: added + unchanged. */
  readonly imported: number
  readonly added: number
  /** Taken in by an earlier import of the same file. */
  readonly unchanged: number
  /** Ascending by row. */
  readonly rejected: readonly BadRegisterRow[]
  /** Columns that no field corresponds to. */
  readonly unused: readonly string[]
  /** The rest of the file was not looked at. */
  readonly cancelled: boolean
}

/** `no_center`: the store belongs to no center yet, so no case can have a number. */
export type RegisterRefusal = FileProblem | { readonly code: 'no_center'; readonly params: FileProblem['params'] }

/**
 * Takes the requests of an old register in as cases, through the same rules as every act. Good rows are taken in and bad ones named. The id of
 * a case follows from its row, so that the same file again changes nothing.
 */
export const importDisclosure = async (
  deps: ImportDeps,
  path: string,
  options: ImportDisclosureOptions,
): Promise<Result<RegisterReport, RegisterRefusal>> => {
  const center = deps.store.read.meta.findDevice() === null ? null : deps.store.read.reference.findCenter()
  if (center === null) return err({ code: 'no_center', params: {} })
  const table = await readTable(path, isDisclosureHeader)
  if (!table.ok) return table
  const { headers, rows } = table.value
  if (!headers.some((header) => disclosureColumn(header) === 'received_on')) return err(fileProblem('no_header'))
  const twice = findTwiceMeant(headers)
  if (twice !== null) return err(fileProblem('duplicate_column', { columns: twice.join('、') }))
  const context = { today: plainDateInShanghai(deps.now()), organ: center.name }
  const bad: BadRegisterRow[] = []
  const good: Good[] = []
  for (const [index, raw] of rows.entries()) {
    const entry = readRow(raw, context)
    if (entry.ok) good.push({ row: raw.row, input: inputOf(entry.value, index, options.words) })
    else bad.push({ row: raw.row, problems: entry.error })
  }
  const done = await takeIn(deps, good, options)
  const rejected = [...bad, ...done.refused].sort((a, b) => a.row - b.row)
  const unused = headers.filter((header) => !isDisclosureHeader(header))
  const { added, unchanged, cancelled } = done
  return ok({ read: rows.length, imported: added + unchanged, added, unchanged, rejected, unused, cancelled })
}

/** Two columns for one field: which of them counts cannot be told. */
const findTwiceMeant = (headers: readonly string[]): readonly string[] | null => {
  const firstByField = new Map<DisclosureField, string>()
  for (const header of headers) {
    const field = disclosureColumn(header)
    if (field === null) continue
    const first = firstByField.get(field)
    if (first !== undefined) return [first, header]
    firstByField.set(field, header)
  }
  return null
}

interface Good {
  readonly row: number
  readonly input: PerformInput
}

const readRow = (raw: RawRow, context: RegisterContext): Result<HistoricalEntry, readonly HistoryProblem[]> => {
  if (raw.problem !== null) {
    const { code, header, params } = raw.problem
    return err([historyProblem(code, header === null ? null : disclosureColumn(header), params)])
  }
  return parseDisclosureRow(disclosureRowOf(raw.cells), context)
}

const inputOf = ({ request, applicant }: HistoricalEntry, index: number, words: RegisterWords): PerformInput => ({
  caseId: caseIdOf(canonicalJson({ index, request, applicant })),
  base: 0,
  act: toMutable({
    kind: 'disclosure.import',
    request,
    name: applicant ?? words.nobody[request.category],
    idException: words.idException,
  }),
})

/** A UUID that follows from the content, in the form of a random one. */
const caseIdOf = (content: string): string => {
  const hex = createHash('sha256').update(`disclosure.import ${content}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex.slice(16, 17), 16) % 4] ?? '8'
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Rows of one batch; between two the host answers others, and may be told to stop. */
const batchSize = 500

interface TakenIn {
  added: number
  unchanged: number
  cancelled: boolean
  readonly refused: BadRegisterRow[]
}

const takeIn = async (
  deps: ImportDeps,
  good: readonly Good[],
  { onProgress, signal }: ImportDisclosureOptions,
): Promise<TakenIn> => {
  const taken: TakenIn = { added: 0, unchanged: 0, cancelled: false, refused: [] }
  const actor = { staffId: 'system', role: 'administrator', session: null } as const
  for (let from = 0; from < good.length; from += batchSize) {
    if (signal?.aborted === true) return { ...taken, cancelled: true }
    const batch = good.slice(from, from + batchSize)
    const fresh = batch.filter(({ input }) => !deps.store.read.log.hasEntity(input.caseId))
    taken.unchanged += batch.length - fresh.length
    if (fresh.length > 0) {
      const { performed, refused } = performMany(
        deps,
        fresh.map(({ input }) => input),
        actor,
      )
      taken.added += performed
      for (const { at, refusal } of refused)
        taken.refused.push({ row: fresh[at]?.row ?? 0, problems: [refusedRow(refusal)] })
    }
    onProgress?.(from + batch.length, good.length)
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
  return taken
}

const refusedRow = (refusal: Refusal): HistoryProblem =>
  historyProblem('refused', null, { code: refusal.fields[0]?.code ?? refusal.code })
