import type { RecordReader } from '../../../db/records/reader.ts'
import { type ProactiveFacts, documentFacts } from '../../../domain/record/publication/proactive-facts.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import { enforcementDecisions } from '../../../domain/record/register/enforcement-owed.ts'
import type { RegisterEntry } from '../../../domain/record/register/register-record.ts'

/**
 * What section 二 is counted from: documents of the catalogue, decisions of the register of enforcement results. What the store keeps none of
 * is not stated, never zero; charges are kept by the treasury. Null = nothing of it is kept here.
 */
export const readProactive = (records: Pick<RecordReader, 'each'>): ProactiveFacts | null => {
  const entries: Publication[] = []
  records.each('publication', (state) => {
    if (state.kind === 'publication' && state.firstReleasedOn !== null) entries.push(state)
  })
  const results: RegisterEntry[] = []
  records.each('register', (state) => {
    if (state.kind === 'register' && state.register === 'enforcement_results') results.push(state)
  })
  if (entries.length === 0 && results.length === 0) return null
  return {
    documents: entries.length === 0 ? null : documentFacts(entries),
    decisions: results.length === 0 ? null : enforcementDecisions(results),
    charges: null,
  }
}
