import type { ClockRules } from '../clock/clock-rules.ts'
import { clockRules } from '../clock/clock-rules.ts'
import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'
import { type Result, err, ok } from '../result.ts'
import { processingFeeTariffs } from './data/processing-fee-tariffs.ts'
import type { Fen } from './money.ts'
import type { ProcessingFeeTariff, Scale } from './tariff.ts'

/** Requests of one applicant in one calendar month, or pages of one request; the organ chooses one of the two. */
export interface FeeMeasure {
  readonly requests: number | null
  readonly pages: number | null
}

/** A stretch of units at one price. */
export interface FeeSlice {
  readonly from: number
  readonly to: number
  readonly unitFen: Fen
  readonly fen: Fen
}

export interface ProcessingFee {
  readonly fen: Fen
  readonly tariff: 'per_request' | 'per_page'
  readonly count: number
  /** Their sums add up to `fen`; the free ones are among them. */
  readonly slices: readonly FeeSlice[]
  readonly articles: readonly Article[]
}

export type FeeRefusal =
  | { readonly code: 'both_tariffs'; readonly article: Article }
  | { readonly code: 'no_measure' }
  | {
      readonly code: 'count_invalid'
      readonly measure: 'requests' | 'pages'
      readonly value: number
      readonly max: number
    }

/** The fee for the measure. Both tariffs at once are refused: 不得同时按照两种标准重复计算 (办法 art. 3). */
export const processingFee = (
  { requests, pages }: FeeMeasure,
  tariff: ProcessingFeeTariff,
): Result<ProcessingFee, FeeRefusal> => {
  if (requests !== null && pages !== null) return err({ code: 'both_tariffs', article: tariff.articles.choice })
  if (requests !== null) return feeOf('requests', requests, tariff)
  if (pages !== null) return feeOf('pages', pages, tariff)
  return err({ code: 'no_measure' })
}

/** The version in force; null before the first one, when nothing may be charged by this measure. */
export const processingFeeTariffOn = (
  date: PlainDate,
  tariffs: readonly ProcessingFeeTariff[] = processingFeeTariffs,
): ProcessingFeeTariff | null =>
  tariffs.reduce<ProcessingFeeTariff | null>(
    (newest, next) =>
      next.effectiveFrom <= date && (newest === null || next.effectiveFrom >= newest.effectiveFrom) ? next : newest,
    null,
  )

/** The limit for paying, started by the arrival of the notice; unpaid then, the request is not processed further (other_no_fee). */
export const paymentRules = (paymentDays: number): ClockRules => clockRules({ days: paymentDays, unit: 'day' })

/** More than any month or file brings; beyond it a number is a slip of the keyboard. */
export const maxFeeCount = 1_000_000

const feeOf = (
  measure: 'requests' | 'pages',
  count: number,
  tariff: ProcessingFeeTariff,
): Result<ProcessingFee, FeeRefusal> => {
  if (!Number.isInteger(count) || count < 0 || count > maxFeeCount)
    return err({ code: 'count_invalid', measure, value: count, max: maxFeeCount })
  const perRequest = measure === 'requests'
  const slices = slicesOf(perRequest ? tariff.perRequest : tariff.perPage, count)
  return ok({
    fen: slices.reduce((sum, slice) => sum + slice.fen, 0),
    tariff: perRequest ? 'per_request' : 'per_page',
    count,
    slices,
    articles: [tariff.articles.choice, perRequest ? tariff.articles.perRequest : tariff.articles.perPage],
  })
}

const slicesOf = ({ slices, beyond }: Scale, count: number): readonly FeeSlice[] => {
  const cut: FeeSlice[] = []
  let done = 0
  let unitFen = 0
  const take = (upTo: number, price: Fen) => {
    const to = Math.min(upTo, count)
    if (to > done) cut.push({ from: done + 1, to, unitFen: price, fen: (to - done) * price })
    done = Math.max(done, to)
    unitFen = price
  }
  for (const slice of slices) take(slice.upTo, slice.fen)
  while (done < count) {
    if (beyond.kind === 'flat') take(count, beyond.fen)
    else take(done + beyond.every, unitFen + beyond.addFen)
  }
  return cut
}
