import type { Applicant, Representative } from '../../../domain/case/applicant.ts'
import { isPerson } from '../../../domain/case/is-person.ts'
import { maskIdNumber, maskName, maskPhone } from '../../../domain/identity/mask.ts'

export const maskedName = (applicant: Pick<Applicant, 'kind' | 'idType' | 'name'>): string =>
  isPerson(applicant) ? maskName(applicant.name) : applicant.name

/** The applicant as a list or a case page shows him until somebody asks for more. */
export const maskApplicant = (applicant: Applicant): Applicant => ({
  ...applicant,
  name: maskedName(applicant),
  idNumber: applicant.idType === 'uscc' ? applicant.idNumber : masked(applicant.idNumber, maskIdNumber),
  phone: masked(applicant.phone, maskPhone),
  address: isPerson(applicant) ? masked(applicant.address, maskAddress) : applicant.address,
  contactName: masked(applicant.contactName, maskName),
  contactIdNumber: masked(applicant.contactIdNumber, maskIdNumber),
})

export const maskRepresentative = (representative: Representative): Representative => ({
  ...representative,
  name: maskName(representative.name),
  idNumber: masked(representative.idNumber, maskIdNumber),
  phone: masked(representative.phone, maskPhone),
})

/** County and town stay, the house does not. */
export const maskAddress = (address: string): string => {
  const characters = [...address]
  return characters.length <= shownOfAddress ? '＊＊＊' : `${characters.slice(0, shownOfAddress).join('')}＊＊＊`
}

const shownOfAddress = 6

const masked = (value: string | null, mask: (text: string) => string): string | null =>
  value === null ? null : mask(value)
