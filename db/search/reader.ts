import { type SearchQuery, matchesQuery, tokensForQuery } from '../../domain/text/search-query.ts'
import type { CaseFilter } from '../cases/list-filter.ts'
import { loadState } from '../cases/load-state.ts'
import { type Within, withinParams } from '../cases/list-within.ts'
import type { Connection } from '../connection.ts'
import { foldedCaseFields } from './case-fields.ts'
import { type Unproven, anywhere, matchText, unprovenTerms } from './match.ts'
import { type HitParams, type HitShape, hitStatements } from './statements.ts'
import { indexNewCases } from './unindexed.ts'

export interface SearchReader {
  /**
   * Keys of the cases that contain every word of `text` somewhere — title, applicant, organ, address, short number — or match it as
   * pinyin initials of a name or as the end of an identity or phone number. Newest first.
   *
   * @param before only cases with a smaller key; null = from the newest
   */
  readonly cases: (text: string, limit: number, before?: number | null, filter?: CaseFilter) => readonly number[]
  /** Brings the index up to date, as every search does first. */
  readonly upToDate: () => void
  /** True when the index knows the hits of `text` by itself; otherwise what it finds has to be read, also for counting. */
  readonly isCertain: (text: string) => boolean
  /** How many there are, counting to `limit`. */
  readonly count: (text: string, limit: number, filter?: CaseFilter) => number
}

export const searchReader = (connection: Connection): SearchReader => ({
  cases: (text, limit, before = null, filter = everything) => {
    indexNewCases(connection)
    const query = tokensForQuery(text)
    if (query.terms.length === 0) return []
    const from = before ?? newest
    const unproven = unprovenTerms(query)
    return unproven === null
      ? readHits(connection, query, filter, from, limit)
      : hits(connection, query, unproven, filter, from, limit)
  },
  upToDate: () => indexNewCases(connection),
  isCertain: (text) => unprovenTerms(tokensForQuery(text))?.length === 0,
  count: (text, limit, filter = everything) => {
    indexNewCases(connection)
    const query = tokensForQuery(text)
    if (query.terms.length === 0) return 0
    const unproven = unprovenTerms(query)
    if (unproven === null) return readHits(connection, query, filter, newest, limit).length
    const { count, params } = asked(query, unproven, filter, newest, limit)
    return connection.first(count, params)?.count ?? 0
  },
})

/** Above every key. */
const newest = Number.MAX_SAFE_INTEGER

const everything: CaseFilter = { statuses: null, openOnly: false, within: null }

/** What is bound where the statement asks for nothing more. */
const withoutMore: Within = {
  organs: [],
  items: [],
  handlers: [],
  devices: [],
  villages: [],
  arrived: null,
  urgent: null,
  paused: false,
}

const hits = (
  connection: Connection,
  query: SearchQuery,
  unproven: readonly Unproven[],
  filter: CaseFilter,
  before: number,
  limit: number,
): number[] => {
  const { page, params } = asked(query, unproven, filter, before, limit)
  return connection.all(page, params).map(({ seq }) => seq)
}

const asked = (
  query: SearchQuery,
  unproven: readonly Unproven[],
  filter: CaseFilter,
  before: number,
  limit: number,
) => {
  const shape: HitShape = {
    unproven: unproven.map(({ orMatch }) => (orMatch === null ? 'word' : 'word_or_match')),
    statuses: filter.statuses !== null,
    openOnly: filter.openOnly,
    within: filter.within !== null,
  }
  const words = Object.fromEntries(unproven.map(({ word }, at) => [`word${at}`, anywhere(word)]))
  const matches = Object.fromEntries(unproven.map(({ orMatch }, at) => [`match${at}`, orMatch ?? '']))
  const params: HitParams = {
    ...withinParams(filter.within ?? withoutMore, filter.statuses),
    ...words,
    ...matches,
    match: matchText(query),
    before,
    limit,
  }
  return { ...hitStatements(shape), params }
}

/** What a term means may stand in the state alone: what the index finds is read and checked, a stretch at a time. */
const readHits = (
  connection: Connection,
  query: SearchQuery,
  filter: CaseFilter,
  before: number,
  limit: number,
): number[] => {
  const found: number[] = []
  for (let from = before; found.length < limit;) {
    const stretch = hits(connection, query, [], filter, from, stretchLength)
    for (const seq of stretch) {
      const state = found.length < limit ? loadState(connection, seq) : null
      if (state !== null && matchesQuery(query, foldedCaseFields(state))) found.push(seq)
    }
    const last = stretch.at(-1)
    if (last === undefined || stretch.length < stretchLength) break
    from = last
  }
  return found
}

const stretchLength = 200
