import type { ReportCategory } from '../case/applicant.ts'
import type { DisclosureChannel } from '../disclosure/disclosure-intake.ts'
import type { Fen } from '../fees/money.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Outcome } from './outcome.ts'
import type { RemedyResult } from './table.ts'

/** What an outcome leaves open and the form of 2014–2018 asks for. */
export const replyDetails = [
  'already_public', // within `granted`: 36(1)(1)
  'not_this_organ', // within `unable_none`: 36(1)(5)
  'not_exist', // within `unable_none`: 36(1)(4)
] as const
export type ReplyDetail = (typeof replyDetails)[number]

interface RequestFacts {
  /** 收到申请之日; a request that nobody confirmed has none and is in no report. */
  readonly receivedOn: PlainDate
  readonly category: ReportCategory
  /** Null = the row of an old register does not say it; such a request is in no count by channel. */
  readonly channel: DisclosureChannel | null
  readonly extended: boolean
  readonly detail: ReplyDetail | null
  /** Made anew after a review or a court: no request of its own, but its remedies and its fee count. */
  readonly redo: boolean
  /** Counted in table 4 of their years: one that was pending and was decided later is two. */
  readonly reconsiderations: readonly { readonly result: RemedyResult; readonly year: number }[]
  readonly litigations: readonly {
    readonly route: 'direct' | 'after_review'
    readonly result: RemedyResult
    readonly year: number
  }[]
  /** Information-processing fee that was really paid (section 六 of the report). */
  readonly processingFee: { readonly fen: Fen; readonly paidOn: PlainDate } | null
}

/** `repliedOn` is the closing day, by a reply or otherwise. */
export type RequestResult =
  { readonly repliedOn: PlainDate; readonly outcome: Outcome } | { readonly repliedOn: null; readonly outcome: null }

/** A disclosure request, open or closed. */
export type DisclosureFacts = RequestFacts & RequestResult
