import type { AnnualReport } from './annual.ts'
import type { Narrative, PublishedReport } from './published-report.ts'
import { remedyResults } from './table.ts'

/** Our own report as one that is printed, so that it is checked like every other before it is submitted. */
export const toPublished = (
  { year, format, proactive, table3, table4, narrative }: AnnualReport,
  organ: string | null,
): PublishedReport => ({ id: null, organ, year, format, proactive, table3, table4, narrative: flatten(narrative) })

const flatten = (text: AnnualReport['narrative']): Narrative => ({
  received: text.received,
  carried_in: text.carriedIn,
  replied: text.replied,
  carried_out: text.carriedOut,
  ...text.groups,
  natural: text.natural,
  legal: text.legal,
  by_channel: text.channelUnknown === 0 ? text.channels : { ...text.channels, unknown: text.channelUnknown },
  extended: text.extended,
  review: text.review.total,
  ...Object.fromEntries(remedyResults.map((result) => [`review_${result}`, text.review[result]])),
  litigation: text.litigation.total,
  ...Object.fromEntries(remedyResults.map((result) => [`litigation_${result}`, text.litigation[result]])),
  info_fee_cases: text.processingFee.cases,
  info_fee_yuan: text.processingFee.fen / 100,
})
