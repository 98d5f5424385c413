import { foldCodePoint, foldForSearch } from './fold.ts'
import { lettersOf } from './initials.ts'
import { isWordCharacter } from './word-character.ts'

/** A stretch of the original text, in UTF-16 units: where to put the highlight. */
export type Mark = readonly [from: number, length: number]

/** A title made ready for being matched many times, e.g. once for each key pressed in the item picker. */
export interface MatchableText {
  readonly units: readonly MatchUnit[]
}

interface MatchUnit {
  /** One folded character. */
  readonly character: string
  /** First letters of its readings, joined. */
  readonly letters: string
  readonly from: number
  readonly length: number
}

export const matchable = (text: string): MatchableText => {
  const units: MatchUnit[] = []
  let from = 0
  for (const original of text) {
    for (const character of foldCodePoint(original)) {
      units.push({ character, letters: lettersOf(character).join(''), from, length: original.length })
    }
    from += original.length
  }
  return { units }
}

/**
 * Where every word of the query occurs: as it is written, by initials (`gjj` finds 公积金), or mixed (`住房gjj`); initials pass over
 * brackets and dots. Null = some word does not occur. An empty query occurs everywhere, with no mark.
 */
export const findMarks = (text: MatchableText, query: string): readonly Mark[] | null => {
  const marks: Mark[] = []
  for (const word of foldForSearch(query).split(/\s+/)) {
    if (word === '') continue
    const found = findWord(text.units, [...word])
    if (found === null) return null
    marks.push(...found)
  }
  return merge(marks)
}

/** The first place that spells the word out, otherwise the first one that fits by initials. */
const findWord = (units: readonly MatchUnit[], word: readonly string[]): readonly Mark[] | null => {
  for (const byInitials of [false, true]) {
    for (let start = 0; start < units.length; start++) {
      const marks = matchAt(units, start, word, byInitials)
      if (marks !== null) return marks
    }
  }
  return null
}

const matchAt = (
  units: readonly MatchUnit[],
  start: number,
  word: readonly string[],
  byInitials: boolean,
): readonly Mark[] | null => {
  const marks: Mark[] = []
  let at = start
  for (const wanted of word) {
    if (byInitials && marks.length > 0) while (isPassedOver(units[at], wanted)) at++
    const unit = units[at]
    if (unit === undefined) return null
    if (unit.character !== wanted && !(byInitials && unit.letters.includes(wanted))) return null
    marks.push([unit.from, unit.length])
    at++
  }
  return marks
}

const isPassedOver = (unit: MatchUnit | undefined, wanted: string): boolean =>
  unit !== undefined && unit.character !== wanted && !isWordCharacter(unit.character)

const merge = (marks: readonly Mark[]): readonly Mark[] => {
  const merged: Mark[] = []
  for (const [from, length] of [...marks].sort((a, b) => a[0] - b[0])) {
    const last = merged[merged.length - 1]
    if (last !== undefined && from <= last[0] + last[1]) {
      merged[merged.length - 1] = [last[0], Math.max(last[1], from + length - last[0])]
    } else merged.push([from, length])
  }
  return merged
}
