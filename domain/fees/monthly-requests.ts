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

/**
 * The place of a request among its applicant's of the calendar month (自然月, 办法 art. 4), in order of receipt; 1 = the first. All requests
 * are counted, whichever tariff an organ then chooses for one. Null = it is not among them.
 */
export const placeInMonth = (requests: readonly CountedRequest[], id: string): number | null => {
  const own = requests.find((request) => request.id === id)
  if (own === undefined) return null
  const place = requests
    .filter(
      ({ applicant, receivedOn }) =>
        applicant === own.applicant && receivedOn.slice(0, 7) === own.receivedOn.slice(0, 7),
    )
    .sort((a, b) => comparePlainDates(a.receivedOn, b.receivedOn) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
    .findIndex((request) => request.id === id)
  return place + 1
}

/**
 * What the n-th request of an applicant's month costs by case: the slice that it adds to the fee of the month, so that all requests together
 * cost that fee and none of it twice. Throws RangeError past a million.
 */
export const priceOfRequest = (place: number, tariff: ProcessingFeeTariff): Fen =>
  place < 1 ? 0 : feeUpTo(place, tariff) - feeUpTo(place - 1, tariff)

const feeUpTo = (requests: number, tariff: ProcessingFeeTariff): Fen => {
  const fee = processingFee({ requests, pages: null }, tariff)
  if (!fee.ok) throw new RangeError(`More than ${String(maxFeeCount)} requests in one month`)
  return fee.value.fen
}
