import { createHash } from 'node:crypto'
import { comparableCode } from '../../../domain/catalogue/duplicates.ts'
import type { CatalogueEntry } from '../../../domain/catalogue/parse-row.ts'
import { type RowProblem, rowProblem } from '../../../domain/catalogue/row-problem.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import type { ServiceItem } from '../../../domain/service/service-item.ts'

/** The stored item that a row is about (null = a new one) and the id it has or gets. */
export interface ItemMatch {
  readonly id: string
  readonly previous: ServiceItem | null
}

/**
 * Finds the item of a row: by 实施编码, which names the same matter in every list; else by the file's own id; else, where
 * neither side has a code, by name and organ. An item belongs to one row of a file only.
 */
export const createItemMatcher = (items: readonly ServiceItem[]) => {
  const byId = new Map(items.map((item) => [item.id, item]))
  const byCode = new Map(items.flatMap((item) => (item.code === null ? [] : [[comparableCode(item.code), item]])))
  const byName = new Map(items.flatMap((item) => (item.code === null ? [[nameKey(item.name, item.organ), item]] : [])))
  const taken = new Set<string>()
  return {
    match: (entry: CatalogueEntry): Result<ItemMatch, RowProblem> => {
      const code = entry.code ?? null
      const coded = code === null ? undefined : byCode.get(comparableCode(code))
      const named = entry.id === null ? undefined : byId.get(entry.id)
      if (coded !== undefined && named !== undefined && coded.id !== named.id)
        return err(rowProblem('code_of_other_item', 'code', { value: code ?? '' }))
      const unnamed = code === null && entry.id === null ? byName.get(nameKey(entry.name, entry.organ)) : undefined
      const previous = coded ?? named ?? unnamed ?? null
      const id = previous?.id ?? entry.id ?? idOf(code ?? nameKey(entry.name, entry.organ))
      if (taken.has(id)) return err(rowProblem('duplicate_id', 'id', { row: 0, value: id }))
      taken.add(id)
      return ok({ id, previous })
    },
  }
}

const nameKey = (name: string | null | undefined, organ: string | null | undefined): string =>
  `${name ?? ''}\n${organ ?? ''}`

/** The same row gives the same id on every device and every day. */
const idOf = (key: string): string => `i-${createHash('sha256').update(key).digest('hex').slice(0, 24)}`
