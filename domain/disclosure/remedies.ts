import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'
import { type Outcome, outcomeArticles } from '../report/outcome.ts'
import type { ReplyDraft } from './reply-draft.ts'

/** A period to seek a remedy, from the day the applicant knows of the reply. */
export interface RemedyPeriod {
  readonly length: number
  /** Calendar days, or months. */
  readonly unit: 'day' | 'month'
  readonly article: Article
  /** The article was recalled, not read: it is not to be cited to anybody unchecked. */
  readonly recalled: boolean
}

/** What a reply must tell about remedies; letters render it (条例 art. 51). */
export interface Remedies {
  /** 复议前置: reconsideration comes before litigation, and the reply must say so. */
  readonly reconsiderationFirst: boolean
  /** Why; empty when it does not. */
  readonly firstArticles: readonly Article[]
  /** Complaint or report to the superior organ. */
  readonly complaint: Article
  readonly reconsideration: RemedyPeriod
  /** A suit without reconsideration; null where that comes first. */
  readonly litigation: RemedyPeriod | null
  /** A suit against the decision on reconsideration. */
  readonly afterReconsideration: RemedyPeriod
}

/** 行政复议法 of 2023 and 行政诉讼法 as amended in 2014 came into force on these days. */
const reconsiderationSince = '2024-01-01'
const litigationSince = '2015-05-01'
const regulationSince = '2019-05-15'

/**
 * Remedies against a reply of a day. Since 2024-01-01 申请政府信息公开，行政机关不予公开 goes to reconsideration first (行政复议法 art.
 * 23(1)(4)), which the courts read as refusals under 条例 arts 14, 15 and 16; what could not be provided or was not processed may be sued over
 * directly. A partial disclosure refuses in part.
 */
export const remediesOf = (reply: Pick<ReplyDraft, 'outcome' | 'parts'>, on: PlainDate): Remedies => {
  const reconsiderationFirst = on >= reconsiderationSince && refusedOutcomes(reply).some(refusesByGround)
  const newSuit = on >= litigationSince
  return {
    reconsiderationFirst,
    firstArticles: reconsiderationFirst ? ['reconsideration:23(1)(4)', 'reconsideration:23(2)'] : [],
    // The article of 2008 was recalled, not read.
    complaint: on >= regulationSince ? 'ogi2019:51' : 'ogi2008:33',
    reconsideration:
      on >= reconsiderationSince
        ? { length: 60, unit: 'day', article: 'reconsideration:20', recalled: false }
        : { length: 60, unit: 'day', article: 'reconsideration1999:9', recalled: true },
    litigation: reconsiderationFirst
      ? null
      : newSuit
        ? { length: 6, unit: 'month', article: 'litigation:46', recalled: false }
        : { length: 3, unit: 'month', article: 'litigation1989:39', recalled: true },
    afterReconsideration: newSuit
      ? { length: 15, unit: 'day', article: 'litigation:45', recalled: false }
      : { length: 15, unit: 'day', article: 'litigation1989:38', recalled: true },
  }
}

const refusedOutcomes = ({ outcome, parts }: Pick<ReplyDraft, 'outcome' | 'parts'>): readonly Outcome[] =>
  outcome === 'partial' ? parts.flatMap((part) => (part.kind === 'withheld' ? [part.outcome] : [])) : [outcome]

/** Rests on art. 14, 15 or 16: a row of （三）, but for administrative look-up matters, which are no refusal to disclose. */
const refusesByGround = (outcome: Outcome): boolean =>
  outcomeArticles[outcome].some((article) => /^ogi2019:1[456](?:\(|$)/.test(article))
