/**
 * Percentages are made when they are shown, from whole numbers, and are never stored. All of these round half up (away from 0)
 * and give text with exactly `decimals` places, without the sign `%`.
 */

/** `part` of `whole`, e.g. 91 of 102 with 2 decimals: `89.22`; null when there is no whole. */
export const percentOf = (part: number, whole: number, decimals: number): string | null =>
  whole === 0 ? null : write(roundedShare(part, whole, decimals), decimals)

/** From `before` to `after`: 12 to 19 is `58.33`; null when there was nothing before. */
export const percentOfChange = (before: number, after: number, decimals: number): string | null =>
  percentOf(after - before, before, decimals)

/** 压缩率: by how much `limit` is shorter than `before`, 1893 to 416 is `78.02`; negative when it grew. */
export const compressionRate = (before: number, limit: number, decimals: number): string | null =>
  percentOf(before - limit, before, decimals)

/** 倍: how many times `b` goes into `a`; null when `b` is 0. */
export const timesOf = (a: number, b: number, decimals: number): string | null => {
  if (b === 0) return null
  return write(divideHalfUp(scaled(a) * 10n ** BigInt(decimals), scaled(b)), decimals)
}

export const sumModes = [
  'largest_remainder', // the missing units go to the largest remainders
  'last_is_rest', // the last one is 100 less the others, as some offices do it
] as const
export type SumMode = (typeof sumModes)[number]

/**
 * The shares of parts that are the whole, made to add up to exactly 100. Null when the parts are nothing, and for
 * `last_is_rest` when the others are already rounded past 100. Throws RangeError for a part that is no count.
 */
export const percentsTo100 = (parts: readonly number[], decimals: number, mode: SumMode): readonly string[] | null => {
  if (!parts.every((part) => Number.isSafeInteger(part) && part >= 0)) throw new RangeError('Parts are counts')
  const whole = parts.reduce((sum, part) => sum + part, 0)
  if (whole === 0) return null
  const hundred = 100n * 10n ** BigInt(decimals)
  const units =
    mode === 'largest_remainder' ? largestRemainder(parts, whole, hundred) : lastIsRest(parts, whole, decimals, hundred)
  return units.some((unit) => unit < 0n) ? null : units.map((unit) => write(unit, decimals))
}

const largestRemainder = (parts: readonly number[], whole: number, hundred: bigint): readonly bigint[] => {
  const shares = parts.map((part, at) => {
    const product = BigInt(part) * hundred
    return { at, units: product / BigInt(whole), rest: product % BigInt(whole) }
  })
  const missing = hundred - shares.reduce((sum, { units }) => sum + units, 0n)
  const larger = [...shares].sort((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))
  const raised = new Set(larger.slice(0, Number(missing)).map(({ at }) => at))
  return shares.map(({ at, units }) => units + (raised.has(at) ? 1n : 0n))
}

const lastIsRest = (parts: readonly number[], whole: number, decimals: number, hundred: bigint): readonly bigint[] => {
  const before = parts.slice(0, -1).map((part) => roundedShare(part, whole, decimals))
  return [...before, before.reduce((rest, unit) => rest - unit, hundred)]
}

export type PrintedAs = 'half_up' | 'truncated' | 'neither'

/** How a printed percentage (`81`, `24.50`) comes from its numbers, by its own number of decimals. */
export const explainPercent = (printed: string, part: number, whole: number): PrintedAs => {
  const decimals = (printed.split('.')[1] ?? '').length
  if (percentOf(part, whole, decimals) === printed) return 'half_up'
  const cut = (BigInt(part) * 100n * 10n ** BigInt(decimals)) / BigInt(whole)
  return write(cut, decimals) === printed ? 'truncated' : 'neither'
}

/** Units of the last decimal. */
const roundedShare = (part: number, whole: number, decimals: number): bigint =>
  divideHalfUp(scaled(part) * 100n * 10n ** BigInt(decimals), scaled(whole))

/** Numbers with up to six decimals (万元, 倍) as whole ones, so that no binary fraction decides a rounding. */
const scaled = (value: number): bigint => BigInt(Math.round(value * 1e6))

const divideHalfUp = (dividend: bigint, divisor: bigint): bigint => {
  const negative = dividend < 0n !== divisor < 0n
  const [a, b] = [dividend < 0n ? -dividend : dividend, divisor < 0n ? -divisor : divisor]
  const quotient = (2n * a + b) / (2n * b)
  return negative ? -quotient : quotient
}

const write = (units: bigint, decimals: number): string => {
  const digits = (units < 0n ? -units : units).toString().padStart(decimals + 1, '0')
  const sign = units < 0n ? '-' : ''
  if (decimals === 0) return `${sign}${digits}`
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
