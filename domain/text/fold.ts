import { simplifiedPairs } from './data/simplified.ts'

/**
 * Text as search sees it: compatibility forms and full width to their plain form, lower case, traditional to simplified,
 * accents and invisible characters dropped. Each code point is folded by itself, so the folded form of a part is always a part
 * of the folded whole: whatever is looked for as a substring is found as a substring. Never for print or comparison of names.
 */
export const foldForSearch = (text: string): string => {
  let folded = ''
  for (const character of text) folded += foldCodePoint(character)
  return folded
}

/** One code point; the answer may be empty (an accent) or several (㎡ → m2). */
export const foldCodePoint = (character: string): string => {
  const code = character.charCodeAt(0)
  if (code < 0x80) return code >= 65 && code <= 90 ? character.toLowerCase() : character
  const known = table.get(character)
  if (known !== undefined) return known
  // Unified Han outside the table stands for itself; everything rarer is worked out once.
  if (code >= 0x3400 && code <= 0x9fff) return character
  const folded = decompose(character)
  if (table.size < maxRemembered) table.set(character, folded)
  return folded
}

const decompose = (character: string): string => {
  let folded = ''
  for (const part of character.normalize('NFKD')) {
    if (dropped.test(part)) continue
    for (const lower of part.toLowerCase().normalize('NFKD')) {
      if (!dropped.test(lower)) folded += simplified.get(lower) ?? lower
    }
  }
  return folded
}

/** Accents of Latin, Greek, Cyrillic and kana; characters that show nothing: zero-width spaces, variation selectors. */
const dropped = /[\u0300-\u036f\u3099\u309a\p{Default_Ignorable_Code_Point}]/u

const readPairs = (): Map<string, string> => {
  const pairs = new Map<string, string>()
  const characters = [...simplifiedPairs]
  for (let at = 0; at + 1 < characters.length; at += 2) pairs.set(characters[at] ?? '', characters[at + 1] ?? '')
  return pairs
}

const simplified: ReadonlyMap<string, string> = readPairs()
const table = new Map(simplified)
/** The few thousand characters of real text, not a million that a hostile one may hold. */
const maxRemembered = 20_000
