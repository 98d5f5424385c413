import type { PlainDate } from '../plain-date.ts'
import { isPlainDate } from '../plain-date.ts'
import type { IdCheck, IdNumberKind, IdProblem } from './id-check.ts'
import { idCheck, idError, idWarning } from './id-check.ts'
import { normalizeIdNumber } from './normalize-id-number.ts'
import { isKnownProvince, residencePermitRegions } from './region.ts'

/**
 * Citizen identity number, GB 11643-1999: region (6), birth date (8), sequence (3, odd = male), check character. Residence
 * permits (81/82/830000) and the 2023 permanent residence card (9…) follow the same rule. Fifteen digits are the
 * first-generation form: birth year in two digits of the 1900s and no check character.
 *
 * @param today refuses a birth date after it; null = not asked
 */
export const checkCitizenId = (text: string, today: PlainDate | null): IdCheck => {
  const typed = normalizeIdNumber(text)
  if (typed === '') return idCheck('unknown', typed, [idError('empty')])
  if (typed.length !== 18 && typed.length !== 15) {
    return idCheck('resident_id', typed, [idError('length', String(typed.length))])
  }
  const strange = (typed.length === 15 ? /[^0-9]/ : /[^0-9](?=.)|[^0-9X]$/).exec(typed)
  if (strange !== null) return idCheck('resident_id', typed, [idError('character', strange[0])])
  const number = typed.length === 15 ? upgradeCitizenId(typed) : typed
  const kind = kindOf(number)
  const problems: IdProblem[] = []
  if (typed.length === 15) problems.push(idWarning('old_format'))
  if (kind === 'resident_id' && !isKnownProvince(number)) problems.push(idWarning('region_unknown', number.slice(0, 6)))
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isPlainDate(birth)) problems.push(idError('birth_impossible', birth))
  else if (today !== null && birth > today) problems.push(idError('birth_in_future', birth))
  if (number.slice(14, 17) === '000') problems.push(idError('sequence_zero'))
  const check = citizenCheckCharacter(number)
  if (number[17] !== check) problems.push(idError('checksum', check))
  return idCheck(kind, number, problems, {
    birth: isPlainDate(birth) ? birth : null,
    sex: Number(number[16]) % 2 === 1 ? 'male' : 'female',
  })
}

/** The 18-digit form of a 15-digit number: the century and the check character are added. */
export const upgradeCitizenId = (fifteen: string): string => {
  const body = `${fifteen.slice(0, 6)}19${fifteen.slice(6)}`
  return body + citizenCheckCharacter(body)
}

/** Check character for the first 17 digits: weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, remainder by 11. */
export const citizenCheckCharacter = (digits: string): string => {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return '10X98765432'.charAt(sum % 11)
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

/**
 * A permanent residence number is 9, the province that issued the first card, then the nationality. A 9 before no province is
 * read as a citizen's number with an unknown region.
 */
const kindOf = (number: string): IdNumberKind => {
  if (residencePermitRegions.has(number.slice(0, 6))) return 'hmt_residence'
  return number.startsWith('9') && isKnownProvince(number.slice(1)) ? 'foreign_residence' : 'resident_id'
}
