import type { SearchClause, SearchQuery, SearchTerm } from '../../domain/text/search-query.ts'

/**
 * The query in FTS5's own language: every term, in one of its ways. Tokens hold lower-case letters, digits and Han only
 * (domain/text), so quoting them is enough.
 */
export const matchText = ({ terms }: SearchQuery): string => terms.map(({ clauses }) => anyOf(clauses)).join(' AND ')

export const quote = (token: string): string => `"${token}"`

/** What the row must still say of a term that its tokens do not prove. */
export interface Unproven {
  /** Must stand in the haystack … */
  readonly word: string
  /** … unless the row matches this: the term meant in a way that its tokens do prove. Null = no such way. */
  readonly orMatch: string | null
}

/**
 * What SQLite has to verify, term by term; null when it cannot, because a term may be meant as something that only the state tells
 * (a whole identity or phone number, initials of more than six letters) or because there are too many.
 */
export const unprovenTerms = ({ terms }: SearchQuery): readonly Unproven[] | null => {
  const unproven = terms.filter(({ clauses }) => clauses.some(({ exact }) => !exact))
  return unproven.length <= maxTerms && unproven.every(onlyTextUnproven) ? unproven.map(toUnproven) : null
}

/** Each mixture of terms is a statement of its own; nobody types more, and whoever does gets the slower way. */
const maxTerms = 6

const onlyTextUnproven = ({ clauses }: SearchTerm): boolean => clauses.every(({ by, exact }) => exact || by === 'text')

const toUnproven = ({ folded, clauses }: SearchTerm): Unproven => {
  const proven = clauses.filter(({ exact }) => exact)
  return { word: folded, orMatch: proven.length === 0 ? null : anyOf(proven) }
}

/** The pattern of GLOB for a text with this word in it; the three signs that mean something there stand for themselves. */
export const anywhere = (word: string): string => `*${word.replaceAll(/[*?[]/g, '[$&]')}*`

const anyOf = (clauses: readonly SearchClause[]): string =>
  `(${clauses.map(({ tokens }) => `(${tokens.map(quote).join(' AND ')})`).join(' OR ')})`
