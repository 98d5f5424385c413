import type { Article } from '../law/article.ts'

/**
 * How a disclosure request ended: the rows of 三、本年度办理结果 of the annual report, in its order (国办公开办函〔2021〕30号, table 3).
 * A request is counted in one row; what was severed (区分处理) in `partial` only.
 */
export const outcomes = [
  'granted', // （一）予以公开
  'partial', // （二）部分公开
  'deny_secret', // （三）不予公开 1.国家秘密
  'deny_law', // 2.其他法律行政法规禁止公开
  'deny_safety', // 3.危及“三安全一稳定”
  'deny_third', // 4.保护第三方合法权益
  'deny_internal', // 5.三类内部事务信息
  'deny_process', // 6.四类过程性信息
  'deny_case', // 7.行政执法案卷
  'deny_query', // 8.行政查询事项
  'unable_none', // （四）无法提供 1.不掌握
  'unable_make', // 2.需要另行制作
  'unable_unclear', // 3.补正后仍不明确
  'not_petition', // （五）不予处理 1.信访举报投诉
  'not_repeat', // 2.重复申请
  'not_publication', // 3.公开出版物
  'not_massive', // 4.无正当理由大量反复申请
  'not_confirm', // 5.确认或重新出具已获取信息
  'other_no_correction', // （六）其他处理 1.逾期不补正
  'other_no_fee', // 2.逾期未缴费
  'other_other', // 3.其他, withdrawal among them
] as const
export type Outcome = (typeof outcomes)[number]

/** （一） to （六）. */
export const outcomeGroups = ['granted', 'partial', 'denied', 'unable', 'not_processed', 'other'] as const
export type OutcomeGroup = (typeof outcomeGroups)[number]

const groups: Readonly<Record<Outcome, OutcomeGroup>> = {
  granted: 'granted',
  partial: 'partial',
  deny_secret: 'denied',
  deny_law: 'denied',
  deny_safety: 'denied',
  deny_third: 'denied',
  deny_internal: 'denied',
  deny_process: 'denied',
  deny_case: 'denied',
  deny_query: 'denied',
  unable_none: 'unable',
  unable_make: 'unable',
  unable_unclear: 'unable',
  not_petition: 'not_processed',
  not_repeat: 'not_processed',
  not_publication: 'not_processed',
  not_massive: 'not_processed',
  not_confirm: 'not_processed',
  other_no_correction: 'other',
  other_no_fee: 'other',
  other_other: 'other',
}

export const groupOf = (outcome: Outcome): OutcomeGroup => groups[outcome]

export const outcomesOf = (group: OutcomeGroup): readonly Outcome[] =>
  outcomes.filter((outcome) => groups[outcome] === group)

/**
 * The articles an outcome rests on; empty where the Regulation has none of its own. The mapping is ours: the form of the report
 * cites no articles. The effect of an unpaid fee is known from the row of the form, its article of the fee measure is not.
 */
export const outcomeArticles: Readonly<Record<Outcome, readonly Article[]>> = {
  granted: ['ogi2019:36(1)(1)', 'ogi2019:36(1)(2)'],
  partial: ['ogi2019:37'],
  deny_secret: ['ogi2019:14'],
  deny_law: ['ogi2019:14'],
  deny_safety: ['ogi2019:14'],
  deny_third: ['ogi2019:15', 'ogi2019:32'],
  deny_internal: ['ogi2019:16(1)'],
  deny_process: ['ogi2019:16(2)'],
  deny_case: ['ogi2019:16(2)'],
  deny_query: ['ogi2019:36(1)(7)'],
  unable_none: ['ogi2019:36(1)(4)', 'ogi2019:36(1)(5)'],
  unable_make: ['ogi2019:38'],
  unable_unclear: ['ogi2019:30'],
  not_petition: ['ogi2019:39(1)'],
  not_repeat: ['ogi2019:36(1)(6)'],
  not_publication: ['ogi2019:39(2)'],
  not_massive: ['ogi2019:35'],
  not_confirm: [],
  other_no_correction: ['ogi2019:30'],
  other_no_fee: ['ogi2019:42'],
  other_other: [],
}

export const isOutcome = (text: string): text is Outcome => outcomes.some((outcome) => outcome === text)
