import type { CaseReader, StoredCase } from '../../../db/cases/reader.ts'
import type { CaseKind } from '../../../domain/case/case-state.ts'

/** Every case of the kinds that counts (CASE-21: what was voided does not), newest first, a page in memory at a time. Nothing may be written while it is walked. */
export function* eachCase(
  cases: CaseReader,
  kinds: readonly CaseKind[],
  openOnly = false,
): Generator<StoredCase, void> {
  let cursor: string | null = null
  do {
    const { rows, next } = cases.list({
      text: '',
      kinds: [...kinds],
      statuses: [],
      openOnly,
      order: 'newest',
      cursor,
      limit: 200,
    })
    for (const { id } of rows) {
      const found = cases.find(id)
      if (found !== null && found.state.status !== 'voided') yield found
    }
    cursor = next
  } while (cursor !== null)
}
