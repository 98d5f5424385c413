import type { Applicant } from '../../../../domain/case/applicant.ts'
import { maskIdNumber, maskName } from '../../../../domain/identity/mask.ts'

/** A natural person is shown masked; the names and codes of organisations are public. */
export const shownName = (applicant: Pick<Applicant, 'kind' | 'name'>): string =>
  applicant.kind === 'person' ? maskName(applicant.name) : applicant.name

export const shownId = (applicant: Pick<Applicant, 'kind' | 'idNumber' | 'idType'>): string | null => {
  if (applicant.idNumber === null) return null
  return applicant.idType === 'uscc' ? applicant.idNumber : maskIdNumber(applicant.idNumber)
}
