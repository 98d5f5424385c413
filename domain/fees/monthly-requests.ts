import type { PlainDate } from '../plain-date.ts'
import { comparePlainDates } from '../plain-date.ts'
import type { Fen } from './money.ts'
import { maxFeeCount, processingFee } from './processing-fee.ts'
import type { ProcessingFeeTariff } from './tariff.ts'

export interface CountedRequest {
  readonly id: string
  /** Whatever tells one applicant from another; never shown. */
  readonly applicant: string
  readonly receivedOn: PlainDate
}

export interface RequestPrice {
  readonly id: string
  /** 1 for the applicant's first request of its calendar month. */
  readonly ordinal: number
  /** What this request adds to the fee of the month. */
  readonly fen: Fen
}

/**
 * The place of each request in its applicant's calendar month (自然月) and its price by case (办法 art. 4), in order of receipt. All
 * requests are counted, whichever tariff an organ then chooses for one. Throws RangeError past a million requests of one month.
 */
export const priceByMonth = (
  requests: readonly CountedRequest[],
  tariff: ProcessingFeeTariff,
): readonly RequestPrice[] => {
  const counted = new Map<string, number>()
  const inOrder = [...requests].sort(
    (a, b) => comparePlainDates(a.receivedOn, b.receivedOn) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
  return inOrder.map(({ id, applicant, receivedOn }) => {
    const month = `${receivedOn.slice(0, 7)} ${applicant}`
    const ordinal = (counted.get(month) ?? 0) + 1
    counted.set(month, ordinal)
    return { id, ordinal, fen: feeUpTo(ordinal, tariff) - feeUpTo(ordinal - 1, tariff) }
  })
}

const feeUpTo = (requests: number, tariff: ProcessingFeeTariff): Fen => {
  const fee = processingFee({ requests, pages: null }, tariff)
  if (!fee.ok) throw new RangeError(`More than ${String(maxFeeCount)} requests in one month`)
  return fee.value.fen
}
