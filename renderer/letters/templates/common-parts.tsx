import type { Applicant, Representative } from '../../../domain/case/applicant.ts'
import type { ItemSnapshot } from '../../../domain/service/service-item.ts'
import { i18n } from '../../i18n/setup.ts'
import type { LetterBlock } from '../letter-content.ts'
import type { FactRow } from './facts.tsx'
import { addresseeText, applicantText, representativeText } from './party-text.ts'

/** Who the letter is for: its first line. */
export const addresseeBlock = (applicant: Applicant): LetterBlock => ({
  kind: 'solid',
  node: <p className="letter-to">{addresseeText(applicant)}</p>,
})

/** What is applied for, and who decides on it. */
export const itemRow = (item: ItemSnapshot): FactRow => [
  i18n.t('letters:field.item'),
  item.name,
  i18n.t('letters:field.organ'),
  item.organ,
]

/** Who stood at the window, for himself or for the applicant. */
export const partyRow = (parties: {
  readonly applicant: Applicant
  readonly representative: Representative | null
}): FactRow => [
  i18n.t('letters:field.applicant'),
  applicantText(parties.applicant),
  i18n.t('letters:field.representative'),
  representativeText(parties.representative),
]
