/** One line of a benchmark. `value` and `limit` are ratios to a yardstick of the same run; `limit` null = shown only. */
export interface BenchLine {
  readonly name: string
  readonly value: number
  readonly limit: number | null
  /** `most`: value must not exceed the limit; `least`: it must reach it. */
  readonly bound: 'most' | 'least'
  /** What the ratio is made of, for people. */
  readonly detail: string
}

export const isWithin = ({ value, limit, bound }: BenchLine): boolean =>
  limit === null || (bound === 'most' ? value <= limit : value >= limit)

export const toJsonLine = (line: BenchLine): string =>
  JSON.stringify({ name: line.name, value: rounded(line.value), limit: line.limit, ok: isWithin(line) })

export const toTextLine = (line: BenchLine): string => {
  const limit = line.limit === null ? '' : ` (limit ${line.bound === 'most' ? '≤' : '≥'} ${line.limit})`
  return `${isWithin(line) ? 'ok  ' : 'MISS'} ${line.name}: ${rounded(line.value)}${limit} — ${line.detail}`
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000
