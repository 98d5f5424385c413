import type { Applicant, Representative } from '../../../domain/case/applicant.ts'
import { maskIdNumber, maskPhone } from '../../../domain/identity/mask.ts'
import { i18n } from '../../i18n/setup.ts'

/** 周文静：, 青岚县清和美发店（统一社会信用代码 …）：. A body's code is public; a person's number is not in the address. */
export const addresseeText = ({ name, kind, idType, idNumber }: Applicant): string => {
  if (kind === 'person' || idNumber === null) return i18n.t('letters:to.person', { name })
  if (idType === 'uscc') return i18n.t('letters:to.body', { name, code: idNumber })
  return i18n.t('letters:to.bodyOther', {
    name,
    idType: i18n.t(`terms:idType.${idType}`),
    code: maskIdNumber(idNumber),
  })
}

/** The person who stands for the applicant at the window, with his number masked. */
export const applicantText = (applicant: Applicant): string =>
  applicant.kind === 'person'
    ? withNumber(applicant.name, applicant.idNumber)
    : withNumber(applicant.contactName ?? applicant.name, applicant.contactIdNumber)

export const representativeText = (representative: Representative | null): string =>
  representative === null
    ? i18n.t('letters:value.self')
    : [representative.name, representative.phone === null ? '' : maskPhone(representative.phone)]
        .filter((part) => part !== '')
        .join(i18n.t('letters:blank'))

export const idText = ({ idType, idNumber }: Pick<Applicant, 'idType' | 'idNumber'>): string =>
  idNumber === null
    ? i18n.t('letters:value.notGiven')
    : `${i18n.t(`terms:idType.${idType}`)} ${idType === 'uscc' ? idNumber : maskIdNumber(idNumber)}`

export const contactText = ({ phone }: Pick<Applicant, 'phone'>): string =>
  phone === null ? i18n.t('letters:value.notGiven') : maskPhone(phone)

const withNumber = (name: string, idNumber: string | null): string =>
  idNumber === null ? name : `${name}${i18n.t('letters:blank')}${maskIdNumber(idNumber)}`
