import { type Result, err, ok } from '../result.ts'
import type { ItemDetails } from '../service/item-details.ts'
import type { CatalogueRow } from './catalogue-field.ts'
import { detailFields, detailColumns, findDetailColumn } from './detail-columns.ts'
import { type RowProblem, rowProblem } from './row-problem.ts'

/** What the columns of a row say about the details; a field that no column was given for is absent. */
export type SaidDetails = { readonly [G in keyof ItemDetails]?: Partial<ItemDetails[G]> }

/** Reads every detail column of a row; undefined = the file has none. Each cell that cannot be read is a problem. */
export const readDetails = (row: CatalogueRow): Result<SaidDetails | undefined, readonly RowProblem[]> => {
  const problems: RowProblem[] = []
  const groups: Record<string, Record<string, unknown>> = {}
  for (const field of detailFields) {
    const column = findDetailColumn(field)
    if (row[field] === undefined || column === undefined) continue
    const value = column.read(row[field])
    if (!value.ok) problems.push(rowProblem('detail_unclear', field, { value: value.error }))
    else groups[column.group] = { ...groups[column.group], [column.key]: value.value }
  }
  if (problems.length > 0) return err(problems)
  // Each column reads the type that its key has: the table is typed so.
  return ok(Object.keys(groups).length === 0 ? undefined : (groups as SaidDetails))
}

/** The details of an item after a row: what the row says, over what was published before. A group without any value is left out. */
export const completeDetails = (
  previous: Partial<ItemDetails> | undefined,
  said: SaidDetails | undefined,
): Partial<ItemDetails> | undefined => {
  if (said === undefined) return previous
  const details: Record<string, unknown> = {}
  for (const [group, columns] of Object.entries(detailColumns)) {
    const name = group as keyof ItemDetails
    const values = Object.fromEntries(Object.keys(columns).map((key) => [key, null]))
    const all = { ...values, ...previous?.[name], ...said[name] }
    if (Object.values(all).some((value) => value !== null)) details[group] = all
  }
  // Every key of a group is there, of the type that its column reads.
  return Object.keys(details).length === 0 ? undefined : (details as Partial<ItemDetails>)
}
