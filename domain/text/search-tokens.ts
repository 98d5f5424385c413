import { normalizeIdNumber } from '../identity/normalize-id-number.ts'
import { normalizePhone } from '../identity/phone.ts'
import { foldForSearch } from './fold.ts'
import { nameInitials } from './initials.ts'
import { isAlphanumeric, isBlank, isWordCharacter } from './word-character.ts'

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

/** The same, ready to be compared: folded once, whatever it is then used for. */
export interface FoldedFields {
  readonly texts: readonly string[]
  /** `compact`: without the dots, blanks and brackets between the characters. */
  readonly names: readonly { readonly folded: string; readonly compact: string }[]
  readonly idNumbers: readonly string[]
  readonly phones: readonly string[]
}

export const foldFields = ({ texts, names, idNumbers, phones }: SearchFields): FoldedFields => ({
  texts: texts.map(foldForSearch),
  names: names.map((name) => {
    const folded = foldForSearch(name)
    return { folded, compact: compactName(folded) }
  }),
  idNumbers: idNumbers.map(foldIdNumber),
  phones: phones.map(foldPhone),
})

/**
 * Counts up with every change of what a record is found by: of the tokens below, of folding (fold.ts, initials.ts), of the fields
 * that are indexed. A store that was indexed under another number is indexed anew.
 */
export const searchRules = 2

/**
 * The distinct tokens of a record, for a full-text index that knows nothing of Chinese:
 *
 * - every character, every two neighbours, and every three neighbours that are Latin letters or digits. Neighbours are taken
 *   from the text as it stands: a tokenizer that glues `2015年` into one word loses who looks for `15年`;
 * - `s28g镇` for `(镇`, `s29h镇` for `镇)`: a sign, in hexadecimal, with the character behind or before it. Two signs side by
 *   side have no token, and blanks have none: nobody can ask for them;
 * - `n王`, `n王伟`: beginnings of names, up to 4 characters;
 * - `y0h`, `y0hs`: beginnings of their initials, up to 6 letters, for each way to read the name;
 * - `p4dddd`, `d4dddd`, `d6dddddd`: ends of phone and identity numbers.
 *
 * Tokens hold lower-case Latin letters, digits and common Han only, so that no later tokenizer changes or splits them. The first
 * letter keeps the families apart: a token of Han alone has none, one of text with a Latin letter, digit or rare character `t`.
 */
export const tokensForIndex = (fields: FoldedFields): readonly string[] => {
  const tokens = new Set<string>()
  for (const text of fields.texts) addGrams(tokens, text)
  for (const { folded, compact } of fields.names) {
    addGrams(tokens, folded)
    if (compact !== folded) addGrams(tokens, compact)
    const characters = [...compact].slice(0, maxNamePrefix)
    characters.forEach((_, at) => tokens.add(namePrefixToken(characters.slice(0, at + 1).join(''))))
    for (const initials of nameInitials(folded, maxInitials)) {
      for (let length = 1; length <= initials.length; length++) tokens.add(initialsToken(initials.slice(0, length)))
    }
  }
  for (const digits of fields.phones) {
    if (digits.length >= 4) tokens.add(phoneToken(digits))
  }
  for (const id of fields.idNumbers) {
    if (id.length >= 4) tokens.add(idToken(id, 4))
    if (id.length >= 6) tokens.add(idToken(id, 6))
  }
  return [...tokens]
}

/** Tokens that every record with this folded text, a word without blanks, has: the longest grams that cover it. */
export const gramsOf = (folded: string): readonly string[] => {
  const characters = [...folded]
  if (characters.length === 1) return characters.filter(isWordCharacter).map((only) => encode([only]))
  const grams = new Set<string>()
  for (let at = 0; at + 1 < characters.length; at++) {
    const triple = characters.slice(at, at + 3)
    if (isTriple(triple)) grams.add(encode(triple))
    else if (at === 0 || !isTriple(characters.slice(at - 1, at + 2))) addPair(grams, triple.slice(0, 2))
  }
  return [...grams]
}

const addPair = (grams: Set<string>, [first = '', second = '']: readonly string[]): void => {
  const word = isWordCharacter(first)
  if (word && isWordCharacter(second)) grams.add(encode([first, second]))
  else if (word) grams.add(beforeSignToken(encodeCharacter(first), codeOf(second)))
  else if (isWordCharacter(second)) grams.add(afterSignToken(codeOf(first), encodeCharacter(second)))
}

/** A name without the dots, blanks and brackets between its characters, folded. */
export const foldName = (name: string): string => compactName(foldForSearch(name))

const compactName = (folded: string): string => [...folded].filter(isWordCharacter).join('')

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

/** Letters of `g` and `h` end the hexadecimal digits and say on which side the character stands. */
const afterSignToken = (sign: string, coded: string): string => `s${sign}g${coded}`
const beforeSignToken = (coded: string, sign: string): string => `s${sign}h${coded}`

const codeOf = (sign: string): string => (sign.codePointAt(0) ?? 0).toString(16)

/** Every character, pair and triple of each run. Written for speed: it runs over every word of every case that is saved. */
const addGrams = (tokens: Set<string>, folded: string): void => {
  // The two characters before in the same run, as they stand in a token; '' = none.
  let before = ''
  let beforeThat = ''
  let beforeIsHan = false
  // The sign before, in hexadecimal; '' = a letter, a digit, a blank or the start.
  let sign = ''
  for (const character of folded) {
    const han = isCommonHan(character)
    const latin = !han && isAlphanumeric(character)
    if (!han && !latin && !isWordCharacter(character)) {
      sign = isBlank(character) ? '' : codeOf(character)
      if (before !== '' && sign !== '') tokens.add(beforeSignToken(before, sign))
      before = ''
      beforeThat = ''
      continue
    }
    const coded = han || latin ? character : encodeCharacter(character)
    tokens.add(han ? coded : `t${coded}`)
    if (sign !== '') {
      tokens.add(afterSignToken(sign, coded))
      sign = ''
    }
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
