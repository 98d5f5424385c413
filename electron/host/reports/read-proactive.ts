import type { RecordReader } from '../../../db/records/reader.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import type { FigureRecord } from '../../../domain/record/figure/figure-record.ts'
import { type ProactiveFacts, documentFacts } from '../../../domain/record/publication/proactive-facts.ts'
import type { Publication } from '../../../domain/record/publication/publication-record.ts'
import { enforcementDecisions } from '../../../domain/record/register/enforcement-owed.ts'
import type { RegisterEntry } from '../../../domain/record/register/register-record.ts'

/**
 * What section 二 is counted from: documents of the catalogue, decisions of the register of enforcement results. What the store keeps none of
 * is not stated, never zero; of charges, what was paid for
 * service requests and bundles. Null = nothing of it is kept here.
 */
export const readProactive = (
  records: Pick<RecordReader, 'each'>,
  charges: readonly Charge[] = [],
): ProactiveFacts | null => {
  const entries: Publication[] = []
  records.each('publication', (state) => {
    if (state.kind === 'publication' && state.firstReleasedOn !== null) entries.push(state)
  })
  const results: RegisterEntry[] = []
  records.each('register', (state) => {
    if (state.kind === 'register' && state.register === 'enforcement_results') results.push(state)
  })
  if (entries.length === 0 && results.length === 0 && charges.length === 0) return null
  return {
    documents: entries.length === 0 ? null : documentFacts(entries),
    decisions: results.length === 0 ? null : enforcementDecisions(results),
    charges: charges.length === 0 ? null : charges,
  }
}

type Charge = NonNullable<ProactiveFacts['charges']>[number]

/** What was paid for a matter as an administrative charge; the parts of a bundle are paid with the whole. */
export const chargesOf = (state: CaseState): readonly Charge[] => {
  if (state.kind !== 'service' && state.kind !== 'bundle') return []
  const paid = state.fee?.paid ?? null
  return paid === null ? [] : [{ fen: paid.fen, paidOn: paid.on }]
}

/** Every figure that an organ stated for an annual report. */
export const readStated = (records: Pick<RecordReader, 'each'>): readonly FigureRecord[] => {
  const stated: FigureRecord[] = []
  records.each('figure', (state) => {
    if (state.kind === 'figure') stated.push(state)
  })
  return stated
}
