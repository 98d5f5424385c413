/**
 * Where a page of the list ended. `newest`: after this key, downwards. `received`: the same by the day of receipt. `open`: in the open cases by
 * urgency. `closed` and `filed`: open cases are through, the closed ones follow, newest first, by key or by the day of receipt.
 */
export type ListCursor =
  | { readonly part: 'newest' | 'closed'; readonly seq: number }
  | { readonly part: 'open'; readonly urgent: number; readonly seq: number }
  | { readonly part: 'received' | 'filed'; readonly day: number; readonly seq: number }

export const formatCursor = (cursor: ListCursor): string => {
  switch (cursor.part) {
    case 'open':
      return `open.${cursor.urgent}.${cursor.seq}`
    case 'received':
    case 'filed':
      return `${cursor.part}.${cursor.day}.${cursor.seq}`
    case 'newest':
    case 'closed':
      return `${cursor.part}.${cursor.seq}`
  }
}

/** Throws RangeError on a text that is not a cursor of this list. */
export const parseCursor = (text: string): ListCursor => {
  const [, part, first, second] = /^(newest|open|closed|received|filed)\.(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text) ?? []
  const isPair = part === 'open' || part === 'received' || part === 'filed'
  if (first === undefined || isPair !== (second !== undefined)) throw new RangeError('not a cursor of the case list')
  if (part === 'open') return { part, urgent: Number(first), seq: Number(second) }
  if (part === 'received' || part === 'filed') return { part, day: Number(first), seq: Number(second) }
  return { part: part === 'closed' ? 'closed' : 'newest', seq: Number(first) }
}
