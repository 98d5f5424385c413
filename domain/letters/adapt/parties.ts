import type { Applicant, Representative } from '../../case/applicant.ts'
import { maskIdNumber, maskPhone } from '../../identity/mask.ts'
import type { FactsOf } from '../fact-types.ts'
import type { mandateFacts } from '../facts/mandate-facts.ts'
import type { LetterSource } from './letter-source.ts'
import { letterWords } from './letter-words.ts'

/** 周文静, 青岚县清和美发店（统一社会信用代码 …）. A body's code is public; a person's number is not in the address. */
export const addresseeText = ({ name, kind, idType, idNumber }: Applicant): string => {
  if (kind === 'person' || idNumber === null) return name
  const code = idType === 'uscc' ? idNumber : maskIdNumber(idNumber)
  return `${name}（${letterWords.idType[idType]} ${code}）`
}

/** The person who stands for the applicant at the window, with his number masked. */
export const applicantText = (applicant: Applicant): string =>
  applicant.kind === 'person'
    ? withNumber(applicant.name, applicant.idNumber)
    : withNumber(applicant.contactName ?? applicant.name, applicant.contactIdNumber)

export const representativeText = (representative: Representative | null): string =>
  representative === null
    ? '本人办理'
    : [namedAgent(representative), representative.phone === null ? '' : maskPhone(representative.phone)]
        .filter((part) => part !== '')
        .join('　')

/** 许立（近亲属）; what is something else to the applicant says nothing. */
const namedAgent = ({ name, agentRelation }: Representative): string =>
  agentRelation === undefined || agentRelation === 'other'
    ? name
    : `${name}（${letterWords.agentRelation[agentRelation]}）`

/** What the agent may do and how long; nothing of it while the applicant acts himself. */
export const mandateFactsOf = (representative: Representative | null): FactsOf<typeof mandateFacts> => ({
  authority: representative === null ? null : authorityText(representative),
  mandateFrom: representative?.validFrom ?? null,
  mandateUntil: representative?.validUntil ?? null,
  mandateSeen: representative?.originalSeen ?? false,
})

/** 特别授权：代为提交；办理公共场所卫生许可. */
const authorityText = ({ authorityKind, authority, matters }: Representative): string => {
  const said = [authority, matters ?? ''].filter((part) => part !== '').join('；')
  return authorityKind === undefined ? said : `${letterWords.authorityKind[authorityKind]}：${said}`
}

export const idText = ({ idType, idNumber }: Pick<Applicant, 'idType' | 'idNumber'>): string =>
  idNumber === null
    ? '未提供'
    : `${letterWords.idType[idType]} ${idType === 'uscc' ? idNumber : maskIdNumber(idNumber)}`

export const contactText = ({ phone }: Pick<Applicant, 'phone'>): string =>
  phone === null ? '未提供' : maskPhone(phone)

const withNumber = (name: string, idNumber: string | null): string =>
  idNumber === null ? name : `${name}　${maskIdNumber(idNumber)}`

/**
 * Who reviews the decisions of an organ (行政复议法 art. 24(1)): the government of its own level, of a government the one above. Organs that
 * are led from above have another one (arts. 25, 27, 28), which the center has listed.
 */
export const reconsiderationOrganOf = (organ: string, { reviewers = [] }: Pick<LetterSource, 'reviewers'>): string =>
  reviewers.find((reviewer) => reviewer.organ === organ)?.reconsiderationOrgan ??
  (organ.endsWith('人民政府') ? '上一级人民政府' : '本级人民政府')
