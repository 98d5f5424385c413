/** Rows a page key jumps when the list does not know its own height. */
export const pageRows = 10

/**
 * Where a list's active row goes for a key; null when the key does not move. `active` is -1 when nothing is active yet.
 * Ends do not wrap: in a long list wrapping loses one's place.
 */
export const moveActive = (key: string, active: number, count: number, page = pageRows): number | null => {
  if (count === 0) return null
  const last = count - 1
  switch (key) {
    case 'ArrowDown':
      return Math.min(active + 1, last)
    case 'ArrowUp':
      return Math.max(active - 1, 0)
    case 'PageDown':
      return Math.min(Math.max(active, 0) + page, last)
    case 'PageUp':
      return Math.max(active - page, 0)
    case 'Home':
      return 0
    case 'End':
      return last
    default:
      return null
  }
}
