import type { KnownApplicant } from '../../../db/cases/hints.ts'
import type { StoreReader } from '../../../db/store.ts'
import type { Applicant } from '../../../domain/case/applicant.ts'
import { isPerson } from '../../../domain/case/is-person.ts'
import { normalizeIdNumber } from '../../../domain/identity/normalize-id-number.ts'
import { maskApplicant } from './mask-applicant.ts'

/**
 * Applicants of earlier cases. Whoever typed the whole identity number has the paper in hand and gets all of it. A name alone
 * gives what is public of a firm, and of a person masked numbers, enough to ask "is that you?".
 */
export const knownApplicants = (
  read: StoreReader,
  by: { readonly idNumber: string | null; readonly name: string | null },
): readonly KnownApplicant[] => {
  const idNumber = by.idNumber === null ? '' : normalizeIdNumber(by.idNumber)
  const name = by.name?.trim() ?? ''
  if (idNumber === '' && name === '') return []
  const found = read.cases.knownApplicants({
    idNumber: idNumber === '' ? null : idNumber,
    name: name === '' ? null : name,
  })
  return found.map((known) =>
    idNumber !== '' && known.applicant.idNumber === idNumber
      ? known
      : { ...known, applicant: publicPart(known.applicant) },
  )
}

/**
 * The name was typed by the clerk, so it needs no mask. What a form would take over as it stands is left out rather than masked:
 * a masked word must never get into a record.
 */
const publicPart = (applicant: Applicant): Applicant => {
  const hidden = { contactName: null, contactIdNumber: null }
  if (!isPerson(applicant)) return { ...applicant, ...hidden, phone: null }
  return { ...maskApplicant(applicant), ...hidden, name: applicant.name, address: null }
}
