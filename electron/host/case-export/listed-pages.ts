import type { CaseFilterInput } from '../../../contract/queries/case-library.ts'
import type { CaseRow } from '../../../contract/queries/cases.ts'
import type { DayRange } from '../../../db/cases/list-within.ts'
import type { StoreReader } from '../../../db/store.ts'
import { caseList } from '../queries/case-list.ts'

export interface ListedPage {
  readonly rows: readonly CaseRow[]
  /** Cases in all; 0 = nobody has counted them. */
  readonly total: number
}

/**
 * The whole list page by page, in its order, masked as it is shown. Others may write between two pages: a case that changes its place meanwhile
 * is given once at most.
 */
export function* listedPages(
  read: StoreReader,
  list: CaseFilterInput,
  days: DayRange | null,
): Generator<ListedPage, void> {
  const seen = new Set<string>()
  let total: number | null = null
  let cursor: string | null = null
  do {
    const page = caseList(read, { ...list, cursor, limit: 200 }, days)
    // A search counts on each page only what follows.
    total ??= page.more ? 0 : page.total
    const rows = page.rows.filter(({ id }) => !seen.has(id))
    for (const { id } of rows) seen.add(id)
    yield { rows, total }
    cursor = page.next
  } while (cursor !== null)
}
