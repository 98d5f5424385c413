import type { CaseState } from '../case/case-state.ts'
import { normalizeIdNumber } from '../identity/normalize-id-number.ts'
import { foldForSearch } from '../text/fold.ts'

/** What says that two entries are one application. Plain texts of persons: whoever keeps them keeps their hash alone. */
export interface NaturalKeys {
  /** Numbers that one application alone has: of the pre-application, of the receipt written by hand. */
  readonly hard: readonly string[]
  /** The same applicant asks the same on the same day: perhaps one application, perhaps two. Null = nobody can be told apart. */
  readonly soft: string | null
}

/** Only requests that a window takes in can be taken in twice. */
export const naturalKeysOf = (state: CaseState): NaturalKeys => {
  if (state.kind !== 'service' && state.kind !== 'disclosure') return none
  const { preNo, paperNo } = state.intake
  return {
    hard: [
      ...(preNo === undefined ? [] : [preNoKey(preNo)]),
      ...(paperNo === undefined ? [] : [`paper|${plainNo(paperNo)}`]),
    ],
    soft: softKeyOf(state),
  }
}

/** The same for every way to write the number of a pre-application. */
export const preNoKey = (preNo: string): string => `pre|${plainNo(preNo)}`

const none: NaturalKeys = { hard: [], soft: null }

const softKeyOf = (state: Extract<CaseState, { kind: 'service' | 'disclosure' }>): string | null => {
  const { idType, idNumber } = state.applicant
  if (idNumber === null) return null
  const asked = state.kind === 'service' ? state.intake.item.id : plainSubject(state.intake)
  return [state.kind, idType, normalizeIdNumber(idNumber), asked, state.arrivedOn].join('|')
}

/** What is asked for, however it is spaced. */
export const plainSubject = ({ subject }: { readonly subject: string }): string =>
  foldForSearch(subject).replaceAll(/\s/g, '')

/** However it was typed. */
const plainNo = (text: string): string => foldForSearch(text).replaceAll(/[\s\p{P}]/gu, '')
