import type { CaseState } from '../../../domain/case/case-state.ts'
import type { ServiceCase } from '../../../domain/service/service-state.ts'
import { i18n } from '../../i18n/setup.ts'
import type { LetterContent } from '../letter-content.ts'

/** 行政许可: only for them does the licensing law speak; other items rest on their own basis. */
export const isLicence = (state: ServiceCase): boolean => state.intake.item.kind === '行政许可'

/** A letter asked for a case of the other kind is a bug of the caller: the registry offers only what fits. */
export const expectService = (state: CaseState): ServiceCase => {
  if (state.kind !== 'service') throw new Error('a service letter needs a service case')
  return state
}

/** The first bases of the item, as the guide writes them; all of them would fill the page. */
export const basisText = (state: ServiceCase): string => {
  const bases = state.intake.item.legalBasis.filter(
    (basis) => basis.trim() !== '' && !(isLicence(state) && licensingLaw.test(basis)),
  )
  return bases.slice(0, 2).map(shorten).join(i18n.t('letters:and'))
}

/** Cited by its article already, in every letter about a licence. */
const licensingLaw = /^《(?:中华人民共和国)?行政许可法》/

/** A guide may quote whole articles; a letter names them. */
const shorten = (basis: string): string => {
  const named = /^.*?》(?:第[零〇一二三四五六七八九十百千]+[条款项])*/.exec(basis)?.[0]
  const text = named ?? basis
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

export const sealOf = (state: ServiceCase): LetterContent['closing']['seal'] =>
  isLicence(state)
    ? [i18n.t('letters:seal.licence.0'), i18n.t('letters:seal.licence.1')]
    : [i18n.t('letters:seal.business.0'), i18n.t('letters:seal.business.1')]
