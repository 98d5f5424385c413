import { type Applicant, isAnonymous } from '../case/applicant.ts'

/**
 * By what a matter is looked up at a public terminal. Its number with the last four of the identity number always; `phone`: the last four
 * of the telephone in their place; `unitName`: for a unit its name with the last four of its code, where the receipt is not at hand.
 */
export interface ProgressRules {
  readonly phone: 'never' | 'without_id' | 'always'
  readonly unitName: boolean
}

export const usualProgressRules: ProgressRules = { phone: 'without_id', unitName: false }

/** Which rules rows were made by: other rules make all of them anew. */
export const progressRulesName = ({ phone, unitName }: ProgressRules): string => `1 ${phone} ${String(unitName)}`

/** What somebody types. */
export interface ProgressQuestion {
  /** The number on the receipt, or the name of the unit. */
  readonly subject: string
  readonly lastFour: string
}

/** The texts whose keyed hashes lead to a matter; none = it cannot be looked up. */
export const progressTexts = (
  caseNo: string,
  applicant: Pick<Applicant, 'kind' | 'name' | 'idNumber' | 'phone'>,
  { phone, unitName }: ProgressRules,
): readonly string[] => {
  const id = lastFourOf(plainTyped(applicant.idNumber ?? ''))
  const byPhone = phone === 'always' || (phone === 'without_id' && id === null)
  const call = byPhone ? lastFourOf((applicant.phone ?? '').normalize('NFKC').replaceAll(/\D/g, '')) : null
  const byName = unitName && applicant.kind !== 'person' && !isAnonymous(applicant)
  return [
    ...new Set([
      ...[id, call].flatMap((four) => (four === null ? [] : [textOf(caseNo, four)])),
      ...(byName && id !== null ? [textOf(applicant.name, id)] : []),
    ]),
  ]
}

export const questionText = ({ subject, lastFour }: ProgressQuestion): string => textOf(subject, lastFour)
/** By which tries at one subject are counted. */
export const subjectText = ({ subject }: Pick<ProgressQuestion, 'subject'>): string => `subject\n${plainTyped(subject)}`

const textOf = (subject: string, lastFour: string): string =>
  `progress\n${plainTyped(subject)}\n${plainTyped(lastFour)}`

/** As people type it: full width or half, with blanks, in small letters. */
export const plainTyped = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .toUpperCase()

const lastFourOf = (text: string): string | null => (text.length < 7 ? null : text.slice(-4))
