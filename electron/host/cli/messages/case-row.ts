import type { CaseRow } from '../../../../contract/queries/cases.ts'
import type { CaseStatus } from '../../../../domain/case/case-state.ts'

export const caseRowWords = (row: CaseRow): string => {
  const due = row.promisedDue ?? row.statutoryDue
  const limit = due === null ? '' : `　到期 ${due}${row.provisional ? '（暂定）' : ''}`
  return `${row.caseNo}　${statusWords[row.status]}　${row.title}　${row.applicant}　${row.organ}　${row.arrivedOn}${limit}`
}

const statusWords: Readonly<Record<CaseStatus, string>> = {
  accepted: '已受理',
  correction_wait: '待补正',
  refused: '不予受理',
  received: '已登记',
  awaiting_confirm: '待确认',
}
