/**
 * Where a page of the list ended. `newest`: after this key, downwards. `open`: in the open cases by urgency. `closed`: open cases
 * are through, the closed ones follow, newest first.
 */
export type ListCursor =
  | { readonly part: 'newest'; readonly seq: number }
  | { readonly part: 'open'; readonly urgent: number; readonly seq: number }
  | { readonly part: 'closed'; readonly seq: number }

export const formatCursor = (cursor: ListCursor): string =>
  cursor.part === 'open' ? `open.${cursor.urgent}.${cursor.seq}` : `${cursor.part}.${cursor.seq}`

/** Throws RangeError on a text that is not a cursor of this list. */
export const parseCursor = (text: string): ListCursor => {
  const [, part, first, second] = /^(newest|open|closed)\.(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text) ?? []
  if (first === undefined || (part === 'open') !== (second !== undefined))
    throw new RangeError('not a cursor of the case list')
  if (part === 'open') return { part, urgent: Number(first), seq: Number(second) }
  return { part: part === 'closed' ? 'closed' : 'newest', seq: Number(first) }
}
