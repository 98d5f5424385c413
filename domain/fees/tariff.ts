import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Fen } from './money.ts'

/**
 * A progressive price (超额累进): each unit has the price of the slice it falls into, and the fee is their sum.
 */
export interface Scale {
  /** Ascending; the price of one unit up to and including unit `upTo`. */
  readonly slices: readonly { readonly upTo: number; readonly fen: Fen }[]
  /** Above the last slice: one price, or one that rises with every `every` units, first by `addFen` over the last slice. */
  readonly beyond:
    | { readonly kind: 'flat'; readonly fen: Fen }
    | { readonly kind: 'steps'; readonly every: number; readonly addFen: Fen }
}

/** A version of the information-processing fee (信息处理费); a center may set its own when the measure changes. */
export interface ProcessingFeeTariff {
  readonly id: string
  readonly effectiveFrom: PlainDate
  /** 按件: requests of one applicant in one calendar month. */
  readonly perRequest: Scale
  /** 按量: pages of one request, one side of up to A4 each. */
  readonly perPage: Scale
  /** Days to pay, from the day after the notice arrived. */
  readonly paymentDays: number
  readonly articles: { readonly choice: Article; readonly perRequest: Article; readonly perPage: Article }
}
