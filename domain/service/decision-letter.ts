import { type Refusal, refusal } from '../case/refusal.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import type { ServiceCase } from './service-state.ts'

/**
 * What is handed over and filed is a written decision (行政许可法 art. 38): while its only letter is void, nothing is sent, handed over or
 * closed until that letter is issued again. A request whose letter has no number never had one to void.
 */
export const decisionInHand = ({
  decision,
  documents,
}: Pick<ServiceCase, 'decision' | 'documents'>): Refusal | null => {
  if (decision === null) return null
  const letter: LetterKind = decision.result === 'approved' ? 'service_approval' : 'service_denial'
  const issued = documents.filter((document) => document.letter === letter)
  const last = issued.at(-1)
  if (last === undefined || issued.some(({ voided }) => voided === null)) return null
  const article = decision.result === 'approved' ? 'licensing:38(1)' : 'licensing:38(2)'
  return refusal('decision_letter_void', { article, params: { no: last.no } })
}
