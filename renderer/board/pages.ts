/** Rows of a list that are shown on a turn: whole pages, one after another, from the first again after the last. */
export const pageOn = (
  turn: number,
  count: number,
  room: number,
): { readonly from: number; readonly to: number; readonly page: number; readonly pages: number } => {
  const rows = Math.max(1, room)
  const pages = Math.max(1, Math.ceil(count / rows))
  const page = turn % pages
  return { from: page * rows, to: Math.min(count, (page + 1) * rows), page: page + 1, pages }
}

/** Stretches of at most `size`; what holds nothing is one stretch of nothing. */
export const inStretches = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.max(1, Math.ceil(all.length / size)) }, (_, n) => all.slice(n * size, (n + 1) * size))
