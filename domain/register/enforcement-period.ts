import { type WorkCalendar, workdayAfter } from '../calendar/work-calendar.ts'
import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'
import { monthsAfter } from './months-after.ts'

/**
 * How grave a published penalty is. `minor` = only public criticism or a small fine; what a small fine is, the province says.
 * `warning_only` is not published at all.
 */
export const penaltyClasses = ['warning_only', 'minor', 'other'] as const
export type PenaltyClass = (typeof penaltyClasses)[number]

/**
 * 市场监督管理行政处罚信息公示规定 (2021). It binds market supervision; other organs without a rule of their own take it as a model, so the
 * numbers are data.
 */
export const enforcementRules = {
  /** Published within so many working days of the decision (art. 9). */
  publishWithin: 20,
  /** Withdrawn within so many working days once the decision is varied, revoked, or found unlawful or void (art. 11). */
  withdrawWithin: 3,
  /** Months after which it is taken down (art. 13); null = not published (art. 2(2)). */
  months: { warning_only: null, minor: 3, other: 36 },
  articles: {
    publish: 'penaltyPublication:9',
    withdraw: 'penaltyPublication:11',
    correct: 'penaltyPublication:12',
    stop: 'penaltyPublication:13(1)',
    earlyStop: 'penaltyPublication:14',
    notPublished: 'penaltyPublication:2(2)',
  },
} as const satisfies {
  readonly publishWithin: number
  readonly withdrawWithin: number
  readonly months: Readonly<Record<PenaltyClass, number | null>>
  readonly articles: Readonly<Record<string, Article>>
}

/**
 * The last day a penalty stays published, counted from its publication; a ban on business or profession for longer than three years
 * carries the publication to its own end (art. 13(3)). Null = it is not published at all.
 */
export const publishedUntil = (
  penalty: PenaltyClass,
  publishedOn: PlainDate,
  restrictedUntil: PlainDate | null,
): PlainDate | null => {
  const months = enforcementRules.months[penalty]
  if (months === null) return null
  const until = monthsAfter(publishedOn, months)
  return restrictedUntil !== null && restrictedUntil > until ? restrictedUntil : until
}

export const publishBy = (decidedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  workdayAfter(calendar, decidedOn, enforcementRules.publishWithin)

export const withdrawBy = (changedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  workdayAfter(calendar, changedOn, enforcementRules.withdrawWithin)
