import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'
import type { ReplyDetail } from '../report/disclosure-facts.ts'
import type { Outcome } from '../report/outcome.ts'
import type { SupplyForm } from './disclosure-intake.ts'

/** One ground of a reply: what it rests on, and why that applies here (条例 art. 36(1)(3), (5)). */
export interface ReplyGround {
  /** Null where the Regulation has no article of its own for the outcome. */
  readonly article: Article | null
  readonly reason: string
}

/** 区分处理 (art. 37): each part of what was asked for, with its form or the ground on which it is withheld. */
export type ReplyPart =
  | { readonly kind: 'disclosed'; readonly what: string; readonly form: SupplyForm }
  | {
      readonly kind: 'withheld'
      readonly what: string
      /** A row of （三）不予公开. */
      readonly outcome: Outcome
      readonly article: Article
      readonly reason: string
    }

/** Another organ, as it is named to the applicant (arts. 36(1)(5), 41). */
export interface OrganContact {
  readonly name: string
  readonly contact: string
}

/** What became of a request to correct one's own record (art. 41). */
export const ownRecordResults = [
  'corrected', // verified, corrected, and the applicant told
  'transferred', // this organ may not correct it: handed on, and the applicant told
  'told_where', // the same, the applicant told whom to ask
  'not_verified', // the record is as it ought to be
] as const
export type OwnRecordResult = (typeof ownRecordResults)[number]

export interface OwnRecordFinding {
  readonly result: OwnRecordResult
  /** What was verified, and what the record says now. */
  readonly finding: string
  readonly correctedOn: PlainDate | null
}

/** The reply as it is drafted, reviewed and signed. What an outcome needs of it is in reply-needs.ts. */
export interface ReplyDraft {
  /** A row of table 3 of the annual report. */
  readonly outcome: Outcome
  readonly detail: ReplyDetail | null
  readonly grounds: readonly ReplyGround[]
  /** With `partial` only: what was severed is counted nowhere else. */
  readonly parts: readonly ReplyPart[]
  /** 获取的方式、途径和时间 (art. 36(1)(1)–(2)); the rules to follow (36(1)(7)); the way to take (39). */
  readonly access: string | null
  readonly competentOrgan: OrganContact | null
  /** Where and how was searched (art. 36(1)(4)). */
  readonly searchRecord: string | null
  /** Number of the case that was answered already (art. 36(1)(6)). */
  readonly earlierCaseNo: string | null
  /** The request was for correction of one's own record (art. 41). */
  readonly ownRecord: OwnRecordFinding | null
}
