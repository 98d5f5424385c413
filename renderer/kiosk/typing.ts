import { z } from 'zod'
import chinese from 'simple-keyboard-layouts/build/layouts/chinese.js'

/** What stands in a field of the terminal: settled text, and letters that may become a character. */
export interface Typed {
  readonly text: string
  /** Pinyin under way, lower case; '' = none. */
  readonly pinyin: string
}

export const nothingTyped: Typed = { text: '', pinyin: '' }

/** What is searched for: letters that became nothing count as they stand, for items are found by their initials too. */
export const wordsOf = ({ text, pinyin }: Typed): string => text + pinyin

/** Its type leaves them out. */
const CandidatesSchema = z.object({ layoutCandidates: z.record(z.string(), z.string()) })
const bySyllable = CandidatesSchema.parse(chinese).layoutCandidates

/** Characters that the letters may mean, most usual first; of an unfinished syllable none. */
export const candidatesOf = ({ pinyin }: Typed): readonly string[] =>
  (bySyllable[pinyin] ?? '').split(' ').filter(Boolean)

/** @param chinese whether letters are collected for a character, or stand for themselves */
export const typeKey = (typed: Typed, key: string, chinese: boolean): Typed => {
  const { text, pinyin } = typed
  if (chinese && /^[a-z]$/u.test(key)) return { text, pinyin: pinyin + key }
  return { text: text + pinyin + key, pinyin: '' }
}

export const takeCandidate = ({ text }: Typed, character: string): Typed => ({ text: text + character, pinyin: '' })

/** Letters first, then characters, each whole. */
export const deleteKey = ({ text, pinyin }: Typed): Typed =>
  pinyin === '' ? { text: [...text].slice(0, -1).join(''), pinyin } : { text, pinyin: pinyin.slice(0, -1) }
