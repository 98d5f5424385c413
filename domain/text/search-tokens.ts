import { normalizeIdNumber } from '../identity/normalize-id-number.ts'
import { normalizePhone } from '../identity/phone.ts'
import { foldForSearch } from './fold.ts'
import { nameInitials } from './initials.ts'
import { isAlphanumeric, isWordCharacter, wordRuns } from './word-character.ts'

/** What of a record can be found, by the way it is looked for. */
export interface SearchFields {
  /** Titles, subjects, addresses, numbers of cases: any part of them is found. */
  readonly texts: readonly string[]
  /** Persons and organisations: any part of the name, with or without its dots and blanks, and the initials from the first on. */
  readonly names: readonly string[]
  /** Identity numbers and credit codes: only their ends are found, 4 characters or more. */
  readonly idNumbers: readonly string[]
  /** Likewise. */
  readonly phones: readonly string[]
}

/**
 * The distinct tokens of a record, for a full-text index that knows nothing of Chinese:
 *
 * - every character, every two neighbours, and every three neighbours that are Latin letters or digits. Neighbours are taken
 *   from the text as it stands: a tokenizer that glues `2015年` into one word loses who looks for `15年`;
 * - `n王`, `n王伟`: beginnings of names, up to 4 characters;
 * - `y0h`, `y0hs`: beginnings of their initials, up to 6 letters, for each way to read the name;
 * - `p4dddd`, `d4dddd`, `d6dddddd`: ends of phone and identity numbers.
 *
 * Tokens hold lower-case Latin letters, digits and common Han only, so that no later tokenizer changes or splits them; a token
 * of text with a Latin letter, digit or rare character begins with `t`, which keeps it apart from the key tokens.
 */
export const tokensForIndex = (fields: SearchFields): readonly string[] => {
  const tokens = new Set<string>()
  for (const text of fields.texts) addGrams(tokens, foldForSearch(text))
  for (const name of fields.names) {
    addGrams(tokens, foldForSearch(name))
    const compact = foldName(name)
    addGrams(tokens, compact)
    const characters = [...compact].slice(0, maxNamePrefix)
    characters.forEach((_, at) => tokens.add(namePrefixToken(characters.slice(0, at + 1).join(''))))
    for (const initials of nameInitials(name, maxInitials)) {
      for (let length = 1; length <= initials.length; length++) tokens.add(initialsToken(initials.slice(0, length)))
    }
  }
  for (const phone of fields.phones) {
    const digits = foldPhone(phone)
    if (digits.length >= 4) tokens.add(phoneToken(digits))
  }
  for (const number of fields.idNumbers) {
    const id = foldIdNumber(number)
    if (id.length >= 4) tokens.add(idToken(id, 4))
    if (id.length >= 6) tokens.add(idToken(id, 6))
  }
  return [...tokens]
}

/** Tokens that every record with this folded text has: the longest grams that cover it. */
export const gramsOf = (folded: string): readonly string[] => {
  const grams = new Set<string>()
  for (const run of wordRuns(folded)) {
    const first = run[0]
    if (first !== undefined && run.length === 1) grams.add(encode([first]))
    for (let at = 0; at + 1 < run.length; at++) {
      const pair = run.slice(at, at + 2)
      const inTriple = isTriple(run.slice(at, at + 3)) || (at > 0 && isTriple(run.slice(at - 1, at + 2)))
      if (!inTriple) grams.add(encode(pair))
      const triple = run.slice(at, at + 3)
      if (isTriple(triple)) grams.add(encode(triple))
    }
  }
  return [...grams]
}

/** A name without the dots, blanks and brackets between its characters, folded. */
export const foldName = (name: string): string => [...foldForSearch(name)].filter(isWordCharacter).join('')

/** Digits of a phone number as typed or stored. */
export const foldPhone = (phone: string): string => normalizePhone(phone).replaceAll(/\D/g, '')

export const foldIdNumber = (number: string): string =>
  [...normalizeIdNumber(number).toLowerCase()].filter(isAlphanumeric).join('')

export const maxNamePrefix = 4
export const maxInitials = 6

/** @param folded beginning of a folded name, at most `maxNamePrefix` characters */
export const namePrefixToken = (folded: string): string => `n${[...folded].map(encodeCharacter).join('')}`

export const initialsToken = (letters: string): string => `y0${letters.slice(0, maxInitials)}`

/** @param digits at least 4 */
export const phoneToken = (digits: string): string => `p4${digits.slice(-4)}`

/** @param id at least as long as `length` */
export const idToken = (id: string, length: 4 | 6): string => `d${length}${id.slice(-length)}`

/** Every character, pair and triple of each run. Written for speed: it runs over every word of every case that is saved. */
const addGrams = (tokens: Set<string>, folded: string): void => {
  // The two characters before in the same run, as they stand in a token; '' = none.
  let before = ''
  let beforeThat = ''
  let beforeIsHan = false
  for (const character of folded) {
    const han = isCommonHan(character)
    const latin = !han && isAlphanumeric(character)
    if (!han && !latin && !isWordCharacter(character)) {
      before = ''
      beforeThat = ''
      continue
    }
    const coded = han || latin ? character : encodeCharacter(character)
    tokens.add(han ? coded : `t${coded}`)
    if (before !== '') tokens.add(han && beforeIsHan ? before + coded : `t${before}${coded}`)
    if (latin && isLatin(before) && isLatin(beforeThat)) tokens.add(`t${beforeThat}${before}${coded}`)
    beforeThat = before
    before = coded
    beforeIsHan = han
  }
}

/** A character outside of Latin and Han stands in a token as six. */
const isLatin = (coded: string): boolean => coded !== '' && isAlphanumeric(coded)

const isTriple = (characters: readonly string[]): boolean => characters.length === 3 && characters.every(isAlphanumeric)

const encode = (gram: readonly string[]): string =>
  gram.every(isCommonHan) ? gram.join('') : `t${gram.map(encodeCharacter).join('')}`

/** `x` and five hexadecimal digits for whatever a tokenizer of an older Unicode might drop, split or change. */
const encodeCharacter = (character: string): string =>
  isCommonHan(character) || isAlphanumeric(character)
    ? character
    : `x${(character.codePointAt(0) ?? 0).toString(16).padStart(5, '0')}`

/** The Han of the first Unicode versions: letters to every tokenizer. */
const isCommonHan = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0
  return (code >= 0x4e00 && code <= 0x9fa5) || (code >= 0x3400 && code <= 0x4db5)
}
