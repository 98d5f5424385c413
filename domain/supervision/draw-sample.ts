/**
 * `count` of them, each set of that size as likely as any other, in the order in which they stand. `below` answers a whole number from 0
 * up to but not including its argument.
 */
export const drawSample = <T>(all: readonly T[], count: number, below: (limit: number) => number): readonly T[] => {
  const places = all.map((_, at) => at)
  const drawn: number[] = []
  while (drawn.length < count && places.length > 0) drawn.push(...places.splice(below(places.length), 1))
  return drawn.sort((a, b) => a - b).flatMap((at) => all.slice(at, at + 1))
}
