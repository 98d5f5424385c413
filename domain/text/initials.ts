import { compoundSurnames, otherInitials, phraseInitials, primaryInitials, surnameInitials } from './data/initials.ts'
import { foldForSearch } from './fold.ts'
import { isAlphanumeric } from './word-character.ts'

/**
 * First letters of the reading, for typing a name or a title without choosing characters: 公共场所卫生许可 → `ggcswsxk`. Words that
 * are read otherwise than their characters usually are (重庆 → `cq`) are looked up whole, the longest first. Latin letters and
 * digits stand for themselves; what has no reading is left out.
 */
export const initialsOf = (text: string): string => {
  const characters = [...foldForSearch(text)]
  let initials = ''
  for (let at = 0; at < characters.length;) {
    const phrase = phraseAt(characters, at)
    const character = characters[at] ?? ''
    initials += phrase?.initials ?? (isAlphanumeric(character) ? character : (lettersOf(character)[0] ?? ''))
    at += phrase?.length ?? 1
  }
  return initials
}

/**
 * All first letters by which a person may be looked for, the likeliest first: the surname by its reading as a surname (单 → s,
 * 尉迟 → yc), then every combination of the readings of the other characters. At most 64: beyond that the later characters
 * keep only their usual reading. At most `length` letters each.
 */
export const nameInitials = (name: string, length = Number.POSITIVE_INFINITY): readonly string[] => {
  const characters = [...foldForSearch(name)].filter((character) => lettersAt(character).length > 0).slice(0, length)
  const compound = compounds().get(characters.slice(0, 2).join(''))
  let variants = ['']
  characters.forEach((character, at) => {
    const fixed = compound?.[at]
    const surname = at === 0 && compound === undefined ? surnames().get(character) : undefined
    const first = fixed ?? surname
    const all = lettersAt(character)
    const choices = first === undefined ? all : [first, ...all.filter((letter) => letter !== first)]
    const kept = variants.length * choices.length > maxVariants ? choices.slice(0, 1) : choices
    variants = kept.flatMap((letter) => variants.map((before) => before + letter))
  })
  return variants.filter((variant) => variant !== '').sort(likeliestFirst(variants[0] ?? ''))
}

/** First letters of all readings of one folded character, the usual one first; empty when it has none. */
export const lettersOf = (character: string): readonly string[] => {
  const first = primary(character.codePointAt(0) ?? 0)
  if (first === null) return []
  const others = further().get(character)
  return others === undefined ? [first] : [first, ...others]
}

const lettersAt = (character: string): readonly string[] =>
  isAlphanumeric(character) ? [character] : lettersOf(character)

const maxVariants = 64

/** The order of building is by position; only the first one has a rank of its own, the others are sorted to be stable. */
const likeliestFirst =
  (likeliest: string) =>
  (a: string, b: string): number =>
    a === b ? 0 : a === likeliest ? -1 : b === likeliest ? 1 : a < b ? -1 : 1

const phraseAt = (
  characters: readonly string[],
  at: number,
): { readonly initials: string; readonly length: number } | null => {
  for (let length = Math.min(longestPhrase, characters.length - at); length >= 2; length--) {
    const initials = phrases().get(characters.slice(at, at + length).join(''))
    if (initials !== undefined) return { initials, length }
  }
  return null
}

const longestPhrase = 5

/** `重庆cq 银行yh` → word → letters. Made at first use: most processes never ask. */
const lazyTable = (packed: string): (() => ReadonlyMap<string, string>) => {
  let table: ReadonlyMap<string, string> | null = null
  return () => (table ??= new Map(packed.split(' ').map((entry) => splitEntry(entry))))
}

const splitEntry = (entry: string): [string, string] => {
  const at = entry.search(/[a-z]/)
  return [entry.slice(0, at), entry.slice(at)]
}

const phrases = lazyTable(phraseInitials)
const surnames = lazyTable(surnameInitials)
const compounds = lazyTable(compoundSurnames)
const further = lazyTable(otherInitials)

/** One byte a code point of the Han blocks (letter − 'a' + 1, 0 = none): 27 kB and 75 kB instead of a map of 44,000 strings. */
interface PrimaryTable {
  readonly bmp: Uint8Array
  readonly supplementary: Uint8Array
}

const bmpFrom = 0x3000
const bmpTo = 0x9fff
const supplementaryFrom = 0x20000
const supplementaryTo = 0x323af

const readPrimary = (): PrimaryTable => {
  const table = {
    bmp: new Uint8Array(bmpTo - bmpFrom + 1),
    supplementary: new Uint8Array(supplementaryTo - supplementaryFrom + 1),
  }
  for (const [letter, characters] of Object.entries(primaryInitials)) {
    const value = letter.charCodeAt(0) - 96
    for (const character of characters) {
      const code = character.codePointAt(0) ?? 0
      if (code <= bmpTo) table.bmp[code - bmpFrom] = value
      else if (code <= supplementaryTo) table.supplementary[code - supplementaryFrom] = value
    }
  }
  return table
}

let primaryTable: PrimaryTable | null = null

const primary = (code: number): string | null => {
  primaryTable ??= readPrimary()
  const value =
    code >= supplementaryFrom
      ? primaryTable.supplementary[code - supplementaryFrom]
      : code >= bmpFrom
        ? primaryTable.bmp[code - bmpFrom]
        : 0
  return value === undefined || value === 0 ? null : String.fromCharCode(96 + value)
}
