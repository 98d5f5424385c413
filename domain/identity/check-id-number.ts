import type { PlainDate } from '../plain-date.ts'
import { checkCitizenId } from './citizen-id.ts'
import { checkCreditCode } from './credit-code.ts'
import type { IdCheck } from './id-check.ts'
import { normalizeIdNumber } from './normalize-id-number.ts'

/**
 * Tells what kind of number it is and checks it. Eighteen characters can be either: the kind whose checks hold wins, a
 * person's number first. When neither holds, a letter before the last place, or digits 7–8 that begin no birth year, mean a
 * credit code: a person's number with a slip in it stays a person's number.
 *
 * @param options.today refuses a birth date after it
 */
export const checkIdNumber = (text: string, options: { readonly today?: PlainDate } = {}): IdCheck => {
  const number = normalizeIdNumber(text)
  const person = checkCitizenId(number, options.today ?? null)
  if (number.length !== 18) return number.length === 15 ? person : { ...person, kind: 'unknown' }
  if (person.valid) return person
  const body = checkCreditCode(number)
  if (body.valid) return body
  const looksLikeBody = /[A-Z](?=.)/.test(number) || !/^\d{6}(?:18|19|20)/.test(number)
  return looksLikeBody ? body : person
}
