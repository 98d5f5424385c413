import type { ReportCategory } from '../../case/applicant.ts'
import type { Outcome, OutcomeGroup } from '../outcome.ts'

// The words of the forms themselves (国办公开办函〔2021〕30号), as files that are read or written carry them.

/** Columns of table 3 before 总计. */
export const categoryNames: Readonly<Record<ReportCategory, string>> = {
  natural: '自然人',
  business: '商业企业',
  research: '科研机构',
  charity: '社会公益组织',
  legal_service: '法律服务机构',
  other: '其他',
}

export const groupNames: Readonly<Record<OutcomeGroup, string>> = {
  granted: '（一）予以公开',
  partial: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
  denied: '（三）不予公开',
  unable: '（四）无法提供',
  not_processed: '（五）不予处理',
  other: '（六）其他处理',
}

/** Within its group; the first two groups are rows themselves. */
export const outcomeNames: Readonly<Record<Outcome, string>> = {
  granted: groupNames.granted,
  partial: groupNames.partial,
  deny_secret: '1.属于国家秘密',
  deny_law: '2.其他法律行政法规禁止公开',
  deny_safety: '3.危及“三安全一稳定”',
  deny_third: '4.保护第三方合法权益',
  deny_internal: '5.属于三类内部事务信息',
  deny_process: '6.属于四类过程性信息',
  deny_case: '7.属于行政执法案卷',
  deny_query: '8.属于行政查询事项',
  unable_none: '1.本机关不掌握相关政府信息',
  unable_make: '2.没有现成信息需要另行制作',
  unable_unclear: '3.补正后申请内容仍不明确',
  not_petition: '1.信访举报投诉类申请',
  not_repeat: '2.重复申请',
  not_publication: '3.要求提供公开出版物',
  not_massive: '4.无正当理由大量反复申请',
  not_confirm: '5.要求行政机关确认或重新出具已获取信息',
  other_no_correction: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
  other_no_fee: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
  other_other: '3.其他',
}

/** The rows of table 3 that are no outcomes. */
export const frameNames = {
  new: '一、本年新收政府信息公开申请数量',
  carried_in: '二、上年结转政府信息公开申请数量',
  results: '三、本年度办理结果',
  total: '（七）总计',
  carried_out: '四、结转下年度继续办理',
} as const

/** Printed in the empty corner of table 3. */
export const balanceNote = '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'
