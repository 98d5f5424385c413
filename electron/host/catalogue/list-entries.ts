import type { EntryListInput, EntryRow } from '../../../contract/queries/catalogue.ts'
import type { Services } from '../services.ts'
import { entryRow, isWanted } from './entry-row.ts'

/** Entries that one page looks at, at most: nobody waits longer for a column with little in it. */
const mostLookedAt = 1000

/** A page of the entries of a column, newest first, or of a search in it. */
export const listEntries = (
  { store, today }: Pick<Services, 'store' | 'today'>,
  { text, cursor, limit, ...filter }: EntryListInput,
): { readonly rows: readonly EntryRow[]; readonly next: string | null } => {
  const rows: EntryRow[] = []
  let looked = 0
  let next = cursor
  do {
    const page = store.read.records.list({
      kind: 'publication',
      text,
      statuses: [...filter.statuses],
      openOnly: false,
      order: 'newest',
      cursor: next,
      limit: limit - rows.length,
    })
    for (const { id } of page.rows) {
      const found = store.read.records.find(id)
      if (found?.state.kind !== 'publication') continue
      const row = entryRow({ entry: found.state, sync: found.sync }, store.calendar, today())
      if (isWanted(row, filter)) rows.push(row)
    }
    looked += page.rows.length
    next = page.next
  } while (next !== null && rows.length < limit && looked < mostLookedAt)
  return { rows, next }
}
