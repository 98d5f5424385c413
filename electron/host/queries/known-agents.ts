import type { KnownAgent } from '../../../db/cases/hints.ts'
import type { StoreReader } from '../../../db/store.ts'
import { normalizeIdNumber } from '../../../domain/identity/normalize-id-number.ts'

/**
 * Agents of earlier cases, as `knownApplicants` tells applicants: all of one to whoever typed his whole number; to a name alone what is public of a body, and
 * no person.
 */
export const knownAgents = (
  read: StoreReader,
  by: { readonly idNumber: string | null; readonly name: string | null },
): readonly KnownAgent[] => {
  const idNumber = by.idNumber === null ? '' : normalizeIdNumber(by.idNumber)
  if (idNumber !== '') return read.cases.knownAgents({ idNumber, name: null })
  const name = by.name?.trim() ?? ''
  if (name === '') return []
  return read.cases
    .knownAgents({ idNumber: null, name })
    .map((known) => ({ ...known, agent: { ...known.agent, phone: null } }))
}
