import { setImmediate as nextTurn } from 'node:timers/promises'
import type { RunProgress } from '../../../contract/queries/run.ts'
import type { FoundRecord } from '../../../db/records/reader.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import type { Services } from '../services.ts'

export interface FoundEntry {
  readonly entry: Publication
  readonly sync: FoundRecord['sync']
}

const pageSize = 200

/** Every entry of the catalogue, newest first, a page at a time; everything else of the host is let in between two pages. */
export async function* entriesInSlices(
  { store }: Pick<Services, 'store'>,
  visit: (found: FoundEntry) => void,
): AsyncGenerator<RunProgress, void> {
  const total = store.read.records.count('publication')
  let done = 0
  let cursor: string | null = null
  do {
    const { rows, next } = store.read.records.list({
      kind: 'publication',
      text: '',
      statuses: [],
      openOnly: false,
      order: 'newest',
      cursor,
      limit: pageSize,
    })
    for (const { id } of rows) {
      const found = store.read.records.find(id)
      if (found?.state.kind === 'publication') visit({ entry: found.state, sync: found.sync })
    }
    done += rows.length
    cursor = next
    if (cursor !== null) {
      yield { kind: 'progress', done, total: Math.max(total, done) }
      await nextTurn()
    }
  } while (cursor !== null)
}
