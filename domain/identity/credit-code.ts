import type { IdCheck, IdProblem } from './id-check.ts'
import { idCheck, idError, idWarning } from './id-check.ts'
import { normalizeIdNumber } from './normalize-id-number.ts'
import { isKnownProvince } from './region.ts'

/**
 * Unified social credit code, GB 32100-2015: registering department (1), kind of body (1), region (6), organisation code
 * (9, GB 11714 with its own check character), check character. Letters I, O, S, V and Z are not used.
 */
export const checkCreditCode = (text: string): IdCheck => {
  const code = normalizeIdNumber(text)
  if (code === '') return idCheck('unknown', code, [idError('empty')])
  if (code.length !== 18) return idCheck('uscc', code, [idError('length', String(code.length))])
  const strange = [...code].find((character) => !alphabet.includes(character))
  if (strange !== undefined) return idCheck('uscc', code, [idError('character', strange)])
  const region = code.slice(2, 8)
  const notDigit = /[^0-9]/.exec(region)
  if (notDigit !== null) return idCheck('uscc', code, [idError('character', notDigit[0])])
  const problems: IdProblem[] = []
  if (!departments.includes(code.charAt(0))) problems.push(idWarning('department_unknown', code.charAt(0)))
  // 100000 stands for bodies registered by the State.
  if (region !== '100000' && !isKnownProvince(region)) problems.push(idWarning('region_unknown', region))
  const inner = organizationCheckCharacter(code.slice(8, 16))
  if (code[16] !== inner) problems.push(idError('organization_checksum', inner))
  const check = creditCheckCharacter(code)
  if (code[17] !== check) problems.push(idError('checksum', check))
  return idCheck('uscc', code, problems)
}

/** Check character for the first 17: weights are the powers of 3 modulo 31. */
export const creditCheckCharacter = (code: string): string => {
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(code.charAt(at)), 0)
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/** Check character of an organisation code (GB 11714) for its first 8: 11 minus the remainder, 10 = X, 11 = 0. */
export const organizationCheckCharacter = (body: string): string => {
  const sum = organizationWeights.reduce((total, weight, at) => total + weight * valueOf(body.charAt(at)), 0)
  return '0123456789X0'.charAt(11 - (sum % 11))
}

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const
const organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2] as const

/** GB 32100 table 1: 1 机构编制, 2 外交, 3 司法行政, 4 文化, 5 民政, 6 旅游, 7 宗教, 8 工会, 9 市场监管, A 军委改革编制, N 农业农村, Y 其他. */
const departments = '123456789ANY'

/** 0–9 stand for themselves, A = 10 … Z = 35. */
const valueOf = (character: string): number => {
  const code = character.charCodeAt(0)
  return code <= 57 ? code - 48 : code - 55
}
