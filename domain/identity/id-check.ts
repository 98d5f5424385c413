import type { PlainDate } from '../plain-date.ts'

/**
 * What a number is: citizen identity number (居民身份证), residence permit for people of Hong Kong, Macao and Taiwan
 * (港澳台居民居住证), identity card of a foreigner with permanent residence (外国人永久居留身份证), unified social credit code.
 */
export type IdNumberKind = 'resident_id' | 'hmt_residence' | 'foreign_residence' | 'uscc' | 'unknown'

export const idProblemCodes = [
  'empty',
  'length', // neither 15 nor 18 characters
  'character', // a character that the standard does not know
  'checksum', // the last character does not fit the others
  'organization_checksum', // characters 9–17 are no valid organisation code (GB 11714)
  'birth_impossible', // the birth date does not exist
  'birth_in_future',
  'sequence_zero', // the sequence number 000 is never given out
  'region_unknown',
  'department_unknown',
  'old_format', // 15 digits: first-generation card
] as const
export type IdProblemCode = (typeof idProblemCodes)[number]

/** A warning leaves the number valid: it is shown, and the clerk looks twice. */
export interface IdProblem {
  readonly code: IdProblemCode
  readonly severity: 'error' | 'warning'
  /** What is wrong: the offending character, region or date; for `checksum` the character that would be right. */
  readonly detail: string
}

export interface IdCheck {
  readonly kind: IdNumberKind
  /** No problem of severity `error`. */
  readonly valid: boolean
  readonly problems: readonly IdProblem[]
  readonly birth: PlainDate | null
  readonly sex: 'male' | 'female' | null
  /** Half width, upper case, without blanks; a 15-digit number in its 18-digit form. What is stored and searched. */
  readonly normalized: string
}

export const idError = (code: IdProblemCode, detail = ''): IdProblem => ({ code, severity: 'error', detail })

export const idWarning = (code: IdProblemCode, detail = ''): IdProblem => ({ code, severity: 'warning', detail })

export const idCheck = (
  kind: IdNumberKind,
  normalized: string,
  problems: readonly IdProblem[],
  person: Pick<IdCheck, 'birth' | 'sex'> = { birth: null, sex: null },
): IdCheck => ({
  kind,
  valid: problems.every((problem) => problem.severity !== 'error'),
  problems,
  birth: person.birth,
  sex: person.sex,
  normalized,
})
