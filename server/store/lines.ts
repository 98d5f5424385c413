import { type RawBuilder, sql } from 'kysely'

/**
 * Texts without line breaks, as all JSON is, as a `text[]`: as elements of an array every quotation mark in them would be escaped on
 * the way, twice the work of sending them. At least one.
 */
export const linesOf = (texts: readonly string[]): RawBuilder<readonly string[]> => {
  if (texts.length === 0 || texts.some((text) => text.includes('\n'))) throw new Error('a text of several lines')
  const lines = texts.join('\n')
  // Of an empty text PostgreSQL makes no lines.
  return lines === '' ? sql`array['']` : sql`string_to_array(${lines}, E'\\n')`
}
