import { foldForSearch } from './fold.ts'
import { nameInitials } from './initials.ts'
import type { FoldedFields } from './search-tokens.ts'
import { foldPhone, gramsOf, idToken, initialsToken, maxInitials, phoneToken } from './search-tokens.ts'
import { isAlphanumeric, isWordCharacter } from './word-character.ts'

/** One way in which a word may be meant. */
export interface SearchClause {
  readonly by: 'text' | 'initials' | 'id' | 'phone'
  /** A record that matches has all of these; never empty. */
  readonly tokens: readonly string[]
  /** True = having the tokens is enough; false = verify the record with `matchesQuery`. */
  readonly exact: boolean
}

/** One word of the query; a record must match it in one of its ways. */
export interface SearchTerm {
  readonly folded: string
  readonly clauses: readonly SearchClause[]
}

/** Words typed into the one search box; a record must match all of them. */
export interface SearchQuery {
  readonly terms: readonly SearchTerm[]
  /** False = the tokens decide alone: no record has to be looked at. */
  readonly verify: boolean
}

/**
 * What to ask the index for. `王 1234` = 王 anywhere and a number that ends in 1234. Words without a letter or digit are left
 * out; when none is left (`terms` empty) the query asks for nothing.
 */
export const tokensForQuery = (text: string): SearchQuery => {
  const terms = [...new Set(foldForSearch(text).split(/\s+/))]
    .filter((folded) => [...folded].some(isWordCharacter))
    .map((folded) => ({ folded, clauses: clausesOf(folded) }))
  return { terms, verify: terms.some((term) => term.clauses.some((clause) => !clause.exact)) }
}

/** The answer by reading the record itself: what the index must find, and the check of what it found. */
export const matchesQuery = (query: SearchQuery, fields: FoldedFields): boolean =>
  query.terms.length > 0 &&
  query.terms.every((term) => term.clauses.some((clause) => holds(clause, term.folded, fields)))

const clausesOf = (folded: string): readonly SearchClause[] => {
  const clauses: SearchClause[] = []
  const grams = gramsOf(folded)
  const characters = [...folded]
  // One gram that is the whole word says all; several may come from different places of the record.
  const oneGram = characters.length <= 2 || (characters.length === 3 && characters.every(isAlphanumeric))
  clauses.push({ by: 'text', tokens: grams, exact: oneGram })
  if (/^[a-z]+$/.test(folded)) {
    clauses.push({ by: 'initials', tokens: [initialsToken(folded)], exact: folded.length <= maxInitials })
  }
  if (/^[0-9a-z]{4,18}$/.test(folded)) {
    const length = folded.length >= 6 ? 6 : 4
    clauses.push({ by: 'id', tokens: [idToken(folded, length)], exact: folded.length === length })
  }
  const digits = foldPhone(folded)
  if (/^[\d()+-]+$/.test(folded) && digits.length >= 4) {
    clauses.push({ by: 'phone', tokens: [phoneToken(digits)], exact: digits.length === 4 })
  }
  return clauses
}

const holds = (clause: SearchClause, folded: string, fields: FoldedFields): boolean => {
  switch (clause.by) {
    case 'text':
      return (
        fields.texts.some((text) => text.includes(folded)) ||
        fields.names.some((name) => name.folded.includes(folded) || name.compact.includes(folded))
      )
    case 'initials':
      return fields.names.some((name) =>
        nameInitials(name.folded, Math.max(folded.length, maxInitials)).some((initials) => initials.startsWith(folded)),
      )
    case 'id':
      return fields.idNumbers.some((number) => number.endsWith(folded))
    case 'phone':
      return fields.phones.some((phone) => phone.endsWith(foldPhone(folded)))
  }
}
