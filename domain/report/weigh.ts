/** A figure of a published table: a number, null where the cell is blank, undefined where it is not in the source at all. */
export type Figure = number | null | undefined

export const isCount = (cell: number): boolean => Number.isSafeInteger(cell) && cell >= 0

export type Weight = 'holds' | 'violated' | 'cannot_tell'

/**
 * Whether two sums of counts are equal, as far as what is printed can tell. A blank cell is read as 0 when that makes the sums
 * equal; printed figures that already exceed the other side are wrong whatever the blanks stand for; anything else cannot be
 * told. A figure that is not in the source is never read as 0.
 */
export const weigh = (left: readonly Figure[], right: readonly Figure[]): Weight => {
  const [l, r] = [sumOf(left), sumOf(right)]
  const [openLeft, openRight] = [!left.every(isNumber), !right.every(isNumber)]
  if (!openLeft && !openRight) return l === r ? 'holds' : 'violated'
  if (openLeft && openRight) return 'cannot_tell'
  const [closed, open] = openLeft ? [r, l] : [l, r]
  if (open > closed) return 'violated'
  const absent = [...left, ...right].includes(undefined)
  return open === closed && !absent ? 'holds' : 'cannot_tell'
}

/** Of what is printed. */
export const sumOf = (figures: readonly Figure[]): number =>
  figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0)

const isNumber = (figure: Figure): boolean => typeof figure === 'number'
