import type { Article } from '../law/article.ts'
import type { PlainDate } from '../plain-date.ts'

/** Why a clock stands still. */
export const pauseReasons = [
  'third_party', // 征求第三方意见
  'other_organ', // 征求其他机关意见
  'awaiting_correction', // 等待补正: no date is known until the corrected request arrives and starts a fresh clock
  'awaiting_fee', // 等待缴费: paid, the limit runs afresh
  'hearing', // 听证
  'tender', // 招标
  'auction', // 拍卖
  'inspection', // 检验
  'testing', // 检测
  'quarantine', // 检疫
  'appraisal', // 鉴定
  'expert_review', // 专家评审
  'applicant_cause', // 因申请人原因挂起
  'unspecified', // given on the command line
] as const
export type PauseReason = (typeof pauseReasons)[number]

/** The article that lets the clock stand still for each reason. */
export const pauseArticles: Readonly<Record<PauseReason, readonly Article[]>> = {
  third_party: ['ogi2019:32', 'ogi2019:33(3)'],
  other_organ: ['ogi2019:34', 'ogi2019:33(3)'],
  awaiting_correction: ['ogi2019:30'],
  awaiting_fee: ['ogi2019:42'],
  hearing: ['licensing:45'],
  tender: ['licensing:45'],
  auction: ['licensing:45'],
  inspection: ['licensing:45'],
  testing: ['licensing:45'],
  quarantine: ['licensing:45'],
  appraisal: ['licensing:45'],
  expert_review: ['licensing:45'],
  // "法律、法规另有规定的，依照其规定": the act of suspending names that law.
  applicant_cause: ['licensing:42(1)'],
  unspecified: [],
}

/** The clock stands still after the day `from` up to and including the day `to`; `to` null = it still does. */
export interface Pause {
  readonly from: PlainDate
  readonly to: PlainDate | null
  readonly reason: PauseReason
  readonly articles: readonly Article[]
  /** Working days that were told in writing for it; absent = it lasts until it ends. */
  readonly told?: number
  /** Day that the told days are counted from; absent = `from`. */
  readonly toldFrom?: PlainDate
}

export const restartReasons = [
  'correction_received', // 收到补正
  'fee_paid', // 缴清信息处理费
  'unspecified',
] as const
export type RestartReason = (typeof restartReasons)[number]

/** The whole limit runs afresh, counted from the day after `on`. */
export interface Restart {
  readonly on: PlainDate
  readonly reason: RestartReason
  readonly articles: readonly Article[]
}

/** All that happened to one case's clock, in any order: the deadline follows from the set, not from the sequence. */
export interface ClockFacts {
  /** Day of receipt or acceptance. */
  readonly start: PlainDate
  readonly pauses: readonly Pause[]
  readonly restarts: readonly Restart[]
  readonly extension: { readonly days: number } | null
  /** Day the matter was closed. */
  readonly stop: PlainDate | null
}

export const clockFacts = (start: PlainDate, more: Partial<Omit<ClockFacts, 'start'>> = {}): ClockFacts => ({
  start,
  pauses: more.pauses ?? [],
  restarts: more.restarts ?? [],
  extension: more.extension ?? null,
  stop: more.stop ?? null,
})

/** A pause with the articles of its reason; `told` = the working days that were told for it, counted from `toldFrom`. */
export const pause = (
  reason: PauseReason,
  from: PlainDate,
  to: PlainDate | null,
  told?: number,
  toldFrom?: PlainDate,
): Pause => ({
  from,
  to,
  reason,
  articles: pauseArticles[reason],
  ...(told === undefined ? {} : { told }),
  ...(toldFrom === undefined ? {} : { toldFrom }),
})

/** A fresh start with its article: 条例 art. 30 for a correction; the fee rule is a notice without an article of these laws. */
export const restart = (reason: RestartReason, on: PlainDate): Restart => ({
  on,
  reason,
  articles: reason === 'correction_received' ? ['ogi2019:30'] : [],
})
