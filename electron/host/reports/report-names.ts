import { categoryNames, frameNames, groupNames, outcomeNames } from '../../../domain/report/data/official-names.ts'
import { groupOf } from '../../../domain/report/outcome.ts'
import type { RemedyColumn, RemedyGroup, ReportColumn, ReportRow } from '../../../domain/report/table.ts'

/** A row of table 3 by its words, with its group where it has one: （三）不予公开 1.属于国家秘密. */
export const rowName = (row: ReportRow): string => {
  switch (row) {
    case 'new':
    case 'carried_in':
    case 'total':
    case 'carried_out':
      return frameNames[row]
    case 'other_all':
      return groupNames.other
    case 'granted':
    case 'partial':
      return outcomeNames[row]
    default:
      return `${groupNames[groupOf(row)]} ${outcomeNames[row]}`
  }
}

export const columnName = (column: ReportColumn): string => (column === 'total' ? '总计' : categoryNames[column])

export const remedyGroupNames: Readonly<Record<RemedyGroup, string>> = {
  review: '行政复议',
  direct: '行政诉讼（未经复议直接起诉）',
  after_review: '行政诉讼（复议后起诉）',
}

export const remedyColumnNames: Readonly<Record<RemedyColumn, string>> = {
  maintain: '结果维持',
  correct: '结果纠正',
  other: '其他结果',
  pending: '尚未审结',
  total: '总计',
}
