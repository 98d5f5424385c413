import type { RecordReader } from '../../../db/records/reader.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import type { RegisterEntry } from '../../../domain/record/register/register-record.ts'

/** All that the store has of proactive publication, oldest first. */
export interface Catalogue {
  readonly entries: readonly Publication[]
  /** Of the register of enforcement results. */
  readonly results: readonly RegisterEntry[]
}

export const readCatalogue = (records: Pick<RecordReader, 'each'>): Catalogue => {
  const entries: Publication[] = []
  records.each('publication', (state) => {
    if (state.kind === 'publication') entries.push(state)
  })
  const results: RegisterEntry[] = []
  records.each('register', (state) => {
    if (state.kind === 'register' && state.register === 'enforcement_results') results.push(state)
  })
  return { entries, results }
}
