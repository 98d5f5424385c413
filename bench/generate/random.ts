import { seeded } from '../measure.ts'

/** Everything that is left to chance comes from here, so that a seed gives the same cases on every machine. */
export interface Random {
  /** In [0, 1). */
  readonly next: () => number
  /** Whole number, both ends included. */
  readonly int: (from: number, to: number) => number
  /** True in this share (0–1) of all askings. */
  readonly chance: (share: number) => boolean
  /** Each as likely as the others. Throws on an empty list. */
  readonly pick: <T>(list: readonly T[]) => T
}

export const randomOf = (seed: number): Random => {
  const next = seeded(seed)
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1))
  return { next, int, chance: (share) => next() < share, pick: (list) => at(list, int(0, list.length - 1)) }
}

/** Picks the k-th of the list with a likelihood of 1/k^exponent (Zipf): few that are everywhere, many that are rare. */
export const zipf = <T>(list: readonly T[], exponent: number): ((random: Random) => T) => {
  let sum = 0
  const sums = list.map((_, rank) => (sum += 1 / (rank + 1) ** exponent))
  return (random) => {
    const wanted = random.next() * sum
    let [low, high] = [0, sums.length - 1]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sums[middle] ?? 0) > wanted) high = middle
      else low = middle + 1
    }
    return at(list, low)
  }
}

const at = <T>(list: readonly T[], index: number): T => {
  const value = list[index]
  if (value === undefined) throw new RangeError('nothing to pick from')
  return value
}
