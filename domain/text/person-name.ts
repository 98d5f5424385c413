import type { Result } from '../result.ts'
import { err, ok } from '../result.ts'

export type NameProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'too_long'; readonly length: number; readonly max: number }
  /** A digit, a control character or a private-use character, which no other machine can show. */
  | { readonly code: 'character'; readonly character: string }

/** Longest name of a person in characters: names of ethnic minorities and foreigners run to several dozen. */
export const maxPersonName = 50
export const maxOrganizationName = 200

/**
 * A person's name as it is stored and printed: Latin letters to half width, the interpunct of transcribed names always `·`
 * (U+00B7), no blank inside a Chinese name, one blank between the parts of a Latin one. Characters are never exchanged:
 * 𠮷 stays 𠮷, 陳 stays 陳.
 */
export const normalizePersonName = (text: string): Result<string, NameProblem> => {
  const name = tidy(text).replaceAll(interpuncts, '·').replaceAll(/ ?· ?/g, '·').replaceAll(blankBesideHan, '')
  return check(name, maxPersonName, /[\p{Cc}\p{Co}\p{Cn}\p{N}]/u)
}

/** An organisation's name: brackets to full width as in registers, Latin letters and digits to half width, no blank beside Han. */
export const normalizeOrganizationName = (text: string): Result<string, NameProblem> => {
  const name = tidy(text).replaceAll('(', '（').replaceAll(')', '）').replaceAll(blankBesideHan, '')
  return check(name, maxOrganizationName, /[\p{Cc}\p{Co}\p{Cn}]/u)
}

const tidy = (text: string): string =>
  text
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const check = (name: string, max: number, refused: RegExp): Result<string, NameProblem> => {
  const length = [...name].length
  if (length === 0) return err({ code: 'empty' })
  if (length > max) return err({ code: 'too_long', length, max })
  const character = refused.exec(name)
  return character === null ? ok(name) : err({ code: 'character', character: character[0] })
}

/** Dots that keyboards and files offer instead of U+00B7: bullet, hyphenation point, katakana and dot operators, full stop … */
const interpuncts = /[\u2022\u2027\u2219\u22c5\u30fb\uff65\u2024\u0387]|(?<=\p{Script=Han})\.(?=\p{Script=Han})/gu

const blankBesideHan = /(?<=[\p{Script=Han}（）·]) | (?=[\p{Script=Han}（）·])/gu
