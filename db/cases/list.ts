import type { CaseListInput } from '../../contract/queries/cases.ts'
import type { Connection } from '../connection.ts'
import { searchReader } from '../search/reader.ts'
import { type ListCursor, formatCursor, parseCursor } from './list-cursor.ts'
import { type CappedCount, capped, countFiltered } from './list-counts.ts'
import { type CaseFilter, caseFilter } from './list-filter.ts'
import { closedKeys, newestKeys, urgentKeys } from './list-keys.ts'
import type { DayRange } from './list-within.ts'
import { newestWithin, urgentWithin } from './list-within-keys.ts'
import { caseRows } from './list-rows.ts'
import { findSeqByNo } from './find-by-no.ts'
import type { CasePage } from './reader.ts'

/** One page: keys from an index first, then the rows of those keys. A whole case number leads to that case alone. */
export const listCases = (connection: Connection, input: CaseListInput, urgent: DayRange | null = null): CasePage => {
  const filter = caseFilter(input, urgent)
  const numbered = findSeqByNo(connection, input.text)
  if (numbered !== null)
    return page(connection, [{ part: 'newest', seq: numbered }], input.limit, { total: 1, more: false })
  const cursor = input.cursor === null ? null : parseCursor(input.cursor)
  if (input.text.trim() !== '') return searched(connection, input, filter, seqOf(cursor, 'newest'))
  // One more than the page shows whether another follows.
  const keys =
    input.order === 'due'
      ? byUrgency(connection, filter, cursor, input.limit + 1)
      : newest(connection, filter, cursor, input.limit + 1)
  return page(connection, keys, input.limit, countFiltered(connection, filter))
}

/** Open cases by urgency; when they are through and closed ones are wanted too, those follow. */
const byUrgency = (
  connection: Connection,
  filter: CaseFilter,
  cursor: ListCursor | null,
  limit: number,
): ListCursor[] => {
  if (cursor?.part === 'newest' || cursor?.part === 'received') throw new RangeError('cursor of another order')
  const { within } = filter
  const closed = (from: ListCursor | null, rest: number): ListCursor[] =>
    within === null
      ? closedKeys(connection, filter, seqOf(from, 'closed'), rest)
      : newestWithin(connection, { ...filter, within }, 'closed', from, rest)
  if (cursor !== null && cursor.part !== 'open') return closed(cursor, limit)
  const open =
    within === null
      ? urgentKeys(connection, filter, cursor, limit)
      : urgentWithin(connection, { ...filter, within }, cursor, limit)
  if (filter.openOnly || open.length === limit) return open
  return [...open, ...closed(null, limit - open.length)]
}

const newest = (
  connection: Connection,
  filter: CaseFilter,
  cursor: ListCursor | null,
  limit: number,
): readonly ListCursor[] => {
  const { within } = filter
  return within === null
    ? newestKeys(connection, filter, seqOf(cursor, 'newest'), limit)
    : newestWithin(connection, { ...filter, within }, filter.openOnly ? 'open' : 'all', cursor, limit)
}

/**
 * Counts the hits only where the index knows them. Elsewhere each has to be read, which for a thousand takes many times what the page
 * itself takes: then it is said that there are more than the page holds, or than `leastCounted`.
 */
const searched = (
  connection: Connection,
  { text, limit }: Pick<CaseListInput, 'text' | 'limit'>,
  filter: CaseFilter,
  before: number | null,
): CasePage => {
  const search = searchReader(connection)
  const asked = Math.max(limit, leastCounted)
  const seqs = search.cases(text, asked + 1, before, filter)
  const keys = seqs.map((seq): ListCursor => ({ part: 'newest', seq }))
  if (before === null && seqs.length <= asked) return page(connection, keys, limit, { total: seqs.length, more: false })
  const count = search.isCertain(text)
    ? capped(search.count(text, hitCap + 1, filter), hitCap)
    : { total: Math.min(seqs.length, asked), more: true }
  return page(connection, keys, limit, count)
}

/** Whoever finds as many types another word. To count a thousand hits would take a third of the time of the page itself. */
const hitCap = 200

/** Short pages (command line) are counted as far as a page of the list. */
const leastCounted = 50

const page = (
  connection: Connection,
  keys: readonly ListCursor[],
  limit: number,
  { total, more }: CappedCount,
): CasePage => {
  const shown = keys.slice(0, limit)
  const last = shown.at(-1)
  return {
    rows: caseRows(
      connection,
      shown.map(({ seq }) => seq),
    ),
    next: keys.length > limit && last !== undefined ? formatCursor(last) : null,
    total,
    more,
  }
}

const seqOf = (cursor: ListCursor | null, part: ListCursor['part']): number | null => {
  if (cursor !== null && cursor.part !== part) throw new RangeError('cursor of another order')
  return cursor?.seq ?? null
}
