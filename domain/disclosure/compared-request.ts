import { normalizeIdNumber } from '../identity/normalize-id-number.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import type { ComparedRequest } from './similar.ts'

/** A case as it is compared with others. An applicant is told by his number, else by name and telephone; whom a row does not name is nobody else. */
export const comparedRequest = (state: DisclosureCase): ComparedRequest => ({
  id: state.id,
  subject: state.intake.subject,
  applicant: applicantKey(state),
})

const applicantKey = ({ id, applicant, history }: DisclosureCase): string => {
  if (applicant.idNumber !== null) return `number ${normalizeIdNumber(applicant.idNumber)}`
  return history !== null && !history.named ? `case ${id}` : `name ${applicant.name} ${applicant.phone ?? ''}`
}
