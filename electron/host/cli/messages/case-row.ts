import type { CaseRow } from '../../../../contract/queries/cases.ts'
import type { CaseStatus } from '../../../../domain/case/case-state.ts'

export const caseRowWords = (row: CaseRow): string => {
  const due = row.promisedDue ?? row.statutoryDue
  const limit = due === null ? '' : `　到期 ${due}${row.provisional ? '（暂定）' : ''}`
  return `${row.caseNo}　${statusWords[row.status]}　${row.title}　${row.applicant === '' ? '匿名或保密' : row.applicant}　${row.organ}　${row.arrivedOn}${limit}`
}

/** Null for what is no state of a case. */
export const statusWordsOf = (status: string): string | null => {
  const known: Readonly<Record<string, string>> = statusWords
  return Object.hasOwn(known, status) ? (known[status] ?? null) : null
}

const statusWords: Readonly<Record<CaseStatus, string>> = {
  accepted: '已受理',
  correction_wait: '待补正',
  refused: '不予受理',
  received: '已登记',
  awaiting_confirm: '待确认',
  assigned: '已交办',
  answered: '已答复',
  routed: '已转办',
  verified: '待回访',
  processing: '办理中',
  third_party_wait: '征求第三方意见',
  agency_wait: '征求其他机关意见',
  reason_wait: '待说明理由',
  fee_wait: '待缴费',
  drafting: '拟稿',
  review: '审核',
  sign_off: '签发',
  issued: '已出具',
  delivered: '已送达',
  closed: '办结',
  prereview: '预审',
  prereview_wait: '预审待补正',
  intake: '待交件',
  examining: '审查中',
  special: '特别程序',
  suspended: '已挂起',
  decided: '已决定',
  certified: '已制证',
  delivering: '送达中',
  withdrawn: '已撤回',
  terminated: '已终止',
  open: '联办中',
  all_done: '各事项已办结',
  handed_over: '已交付',
  voided: '已作废',
}
