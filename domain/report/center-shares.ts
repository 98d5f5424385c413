import { ratingLevels } from '../rating/rating.ts'
import type { CenterReport } from './center.ts'
import { type SumMode, percentOf, percentsTo100 } from './percent.ts'

/** One part of a whole with its share in percent; null = there is no whole, or the mode gives no share. */
export interface Share {
  readonly key: string
  readonly count: number
  readonly share: string | null
}

/** What the report of a center parts: its matters by kind, its cases by channel, its ratings by level. */
export interface CenterShares {
  /** How the shares are rounded; `half_up` = each by itself, so that they need not make 100. */
  readonly mode: SumMode | 'half_up'
  readonly kinds: readonly Share[]
  readonly channels: readonly Share[]
  readonly ratings: readonly Share[]
}

const shareDecimals = 2

export const centerShares = (report: CenterReport, mode: CenterShares['mode'] = 'half_up'): CenterShares => {
  const { received, disclosure, consultations, complaints, channels, ratings } = report
  return {
    mode,
    kinds: sharesOf(
      [
        ['service', received - disclosure],
        ['disclosure', disclosure],
        ['consultation', consultations.received],
        ['complaint', complaints.received],
      ],
      mode,
    ),
    channels: sharesOf(
      channels.map((one) => [one.channel, one.received]),
      mode,
    ),
    ratings: sharesOf(
      ratingLevels.map((level) => [String(level), ratings.levels[level]]),
      mode,
    ),
  }
}

/** The parts are the whole. */
const sharesOf = (
  parts: readonly (readonly [key: string, count: number])[],
  mode: CenterShares['mode'],
): readonly Share[] => {
  const counts = parts.map(([, count]) => count)
  const whole = counts.reduce((sum, count) => sum + count, 0)
  const made = mode === 'half_up' ? null : percentsTo100(counts, shareDecimals, mode)
  return parts.map(([key, count], at) => ({
    key,
    count,
    share: mode === 'half_up' ? percentOf(count, whole, shareDecimals) : (made?.[at] ?? null),
  }))
}
