import type { ReportCategory } from '../case/applicant.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ReplyDetail } from '../report/disclosure-facts.ts'
import type { Outcome } from '../report/outcome.ts'
import type { RemedyResult } from '../report/table.ts'
import type { DisclosureChannel } from './disclosure-intake.ts'
import type { LitigationRoute } from './remedy-record.ts'

/** A request handled before this program, as its register row states it. What the row does not say stays unknown. */
export interface HistoricalRequest {
  readonly receivedOn: PlainDate
  /** Null = still open. */
  readonly repliedOn: PlainDate | null
  /** Null = not stated. */
  readonly channel: DisclosureChannel | null
  readonly category: ReportCategory
  /** The row names its applicant; else a word for his kind stands in the case. */
  readonly named: boolean
  /** Null exactly while `repliedOn` is. */
  readonly outcome: Outcome | null
  readonly detail: ReplyDetail | null
  readonly subject: string
  readonly organ: string
  readonly extended: boolean
  readonly reconsideration: { readonly result: RemedyResult; readonly year: number } | null
  readonly litigation: {
    readonly route: LitigationRoute
    readonly result: RemedyResult
    readonly year: number
  } | null
}
