import { citizenCheckCharacter } from '../../domain/identity/citizen-id.ts'
import { creditCheckCharacter, organizationCheckCharacter } from '../../domain/identity/credit-code.ts'
import { givenCharacters } from './given-names.ts'
import { type Random, zipf } from './random.ts'
import { brands, firms, shops, trades } from './subjects.ts'
import { surnames } from './surnames.ts'

const surname = zipf(surnames, 0.9)
const given = zipf(givenCharacters, 0.9)

export const personName = (random: Random): string =>
  surname(random) + given(random) + (random.chance(0.78) ? given(random) : '')

/** Region 990000 does not exist, so no living person has the number; its check character is right. */
export const citizenId = (random: Random): string => {
  const birth = `${random.int(1940, 2005)}${two(random.int(1, 12))}${two(random.int(1, 28))}`
  const body = `990000${birth}${String(random.int(1, 999)).padStart(3, '0')}`
  return body + citizenCheckCharacter(body)
}

/** Unified social credit code of the same region; both its check characters are right. */
export const creditCode = (random: Random, department: '91' | '92' | '93'): string => {
  const organization = `MA${Array.from({ length: 6 }, () => random.pick(codeCharacters)).join('')}`
  const body = `${department}990000${organization}${organizationCheckCharacter(organization)}`
  return body + creditCheckCharacter(body)
}

export const mobilePhone = (random: Random): string =>
  `1${random.int(3, 9)}${String(random.int(0, 999_999_999)).padStart(9, '0')}`

export const firmName = (random: Random): string =>
  `青岚县${random.pick(brands)}${random.pick(brands)}${random.pick(trades)}${random.pick(firms)}`

export const shopName = (random: Random): string =>
  `青岚县${random.pick(brands)}${random.pick(brands)}${random.pick(trades)}${random.pick(shops)}`

const codeCharacters = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']

const two = (n: number): string => String(n).padStart(2, '0')
