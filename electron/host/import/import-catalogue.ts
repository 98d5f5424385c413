import { canonicalJson } from '../../../contract/canonical-json.ts'
import { syncCaps } from '../../../contract/sync.ts'
import type { Store } from '../../../db/store.ts'
import { columnMeaning } from '../../../domain/catalogue/columns.ts'
import { completeItem } from '../../../domain/catalogue/complete-item.ts'
import type { ItemContent } from '../../../domain/catalogue/parse-row.ts'
import { type RowProblem, rowProblem } from '../../../domain/catalogue/row-problem.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { type ItemWarning, findItemWarnings } from '../../../domain/service/check-item.ts'
import type { ServiceItem } from '../../../domain/service/service-item.ts'
import { toMutable } from '../mutable.ts'
import { type BadRow, type GoodRow, catalogueRows } from './catalogue-rows.ts'
import { createItemMatcher } from './match-item.ts'
import type { FileProblem } from './raw-table.ts'
import { readTable } from './read-table.ts'

export interface ImportDeps {
  readonly store: Store
  readonly now: () => number
  readonly monotonic: () => number
  /** UUIDv7. */
  readonly newId: () => string
}

export interface ImportReport {
  readonly read: number
  /** Rows taken in: added + changed + unchanged. `read` = `imported` + rows of `rejected`. */
  readonly imported: number
  readonly added: number
  readonly changed: number
  /** The stored item says the same already, so it gets no new version. */
  readonly unchanged: number
  /** Ascending by row. */
  readonly rejected: readonly BadRow[]
  /** Columns that no field corresponds to. */
  readonly unused: readonly string[]
  /** How many of the items taken in have each fault of a guide. */
  readonly warnings: readonly { readonly code: ItemWarning['code']; readonly items: number }[]
}

/** `catalogue_from_server`: the items of an enrolled device come from its server; one of its own would be refused there. */
export type ImportRefusal =
  FileProblem | { readonly code: 'catalogue_from_server'; readonly params: FileProblem['params'] }

/**
 * Takes the service items of a file into the store, as operations of `system`. Good rows are taken in and bad ones named; all in one
 * transaction, so that a failure of the machine leaves nothing. The same file again changes nothing.
 */
export const importCatalogue = async (deps: ImportDeps, path: string): Promise<Result<ImportReport, ImportRefusal>> => {
  if (deps.store.read.meta.find('server') !== null) return err({ code: 'catalogue_from_server', params: {} })
  const table = await readTable(path, (header) => columnMeaning(header) !== null)
  if (!table.ok) return table
  const rows = catalogueRows(table.value)
  if (!rows.ok) return rows
  const plan = planItems(deps.store.read.reference.items(), rows.value.good)
  publish(deps, plan.items)
  const rejected = [...rows.value.bad, ...plan.bad].sort((a, b) => a.row - b.row)
  const read = table.value.rows.length
  const { added, changed, unchanged } = plan
  const warnings = countWarnings(plan.items)
  return ok({
    read,
    imported: read - rejected.length,
    added,
    changed,
    unchanged,
    rejected,
    unused: rows.value.unused,
    warnings,
  })
}

const countWarnings = (items: readonly ServiceItem[]): ImportReport['warnings'] => {
  const counts = new Map<ItemWarning['code'], number>()
  for (const { code } of items.flatMap(findItemWarnings)) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].map(([code, count]) => ({ code, items: count }))
}

interface Plan {
  readonly items: readonly ServiceItem[]
  readonly bad: readonly BadRow[]
  readonly added: number
  readonly changed: number
  readonly unchanged: number
}

const planItems = (stored: readonly ServiceItem[], rows: readonly GoodRow[]): Plan => {
  const matcher = createItemMatcher(stored)
  const items: ServiceItem[] = []
  const bad: BadRow[] = []
  let [added, unchanged] = [0, 0]
  for (const { row, entry } of rows) {
    const match = matcher.match(entry)
    const content = match.ok ? completeItem(match.value.previous, entry) : err([match.error])
    const problems = content.ok ? sizeProblems(content.value) : content.error
    if (!match.ok || !content.ok || problems.length > 0) {
      bad.push({ row, problems })
      continue
    }
    const { id, previous } = match.value
    if (previous === null) added += 1
    else if (isSame(previous, content.value)) {
      unchanged += 1
      continue
    }
    items.push({ ...content.value, id, version: (previous?.version ?? 0) + 1 })
  }
  return { items, bad, added, changed: items.length - added, unchanged }
}

const isSame = ({ id: _id, version: _version, ...before }: ServiceItem, content: ItemContent): boolean =>
  canonicalJson(before) === canonicalJson(content)

/** Room that the envelope of an operation takes beside the item. */
const envelopeBytes = 2048

const sizeProblems = (content: ItemContent): readonly RowProblem[] => {
  const length = Buffer.byteLength(canonicalJson(content))
  const max = syncCaps.bytesPerOperation - envelopeBytes
  return length > max ? [rowProblem('item_too_large', null, { max, length })] : []
}

const publish = ({ store, now, monotonic, newId }: ImportDeps, items: readonly ServiceItem[]): void => {
  if (items.length === 0) return
  store.transact((writer) => {
    for (const item of items) {
      const stamp = { op: newId(), actor: 'system', session: null, wall: now(), mono: monotonic() }
      writer.reference.record({ kind: 'item.publish', data: toMutable(item) }, stamp)
    }
  })
}
