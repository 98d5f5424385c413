import type { ReportCheck } from '../../../../domain/report/check.ts'
import type { ShapeProblem } from '../../../../domain/report/parse-report.ts'
import type { PublishedReport } from '../../../../domain/report/published-report.ts'
import {
  type RemedyGroup,
  type ReportColumn,
  type ReportRow,
  remedyColumns,
  reportColumns,
} from '../../../../domain/report/table.ts'
import type { Place, Violation } from '../../../../domain/report/violation.ts'
import { columnName, remedyColumnNames, remedyGroupNames, rowName } from '../../reports/report-names.ts'

/** Why a value is no report. */
export const shapeProblemWords = ({ code, path, value }: ShapeProblem): string => {
  switch (code) {
    case 'not_a_record':
      return '这不是一份年度报告：最外层应是一个对象，或由对象组成的数组'
    case 'nothing_to_check':
      return '没有可核对的内容：至少应有 table3、table4 或 narrative 之一'
    case 'wrong_type':
      return `${path} 的类型不对：${value}`
    case 'row_unknown':
      return `表三没有这一行：${value}`
    case 'cells_count':
      return `${path} 应有 7 个数（六类申请人和总计），现有 ${value} 个`
    case 'column_missing':
      return `缺少 ${path}（未填的写 null）`
    case 'columns_differ':
      return `列名应依次为：${reportColumns.map(columnName).join('、')}`
    case 'format_unknown':
      return `不认识的年报格式“${value}”：应为 2021 或 2019`
  }
}

/** What is wrong, where, and by how much. */
export const violationWords = ({ code, place, expected, found }: Violation): string => {
  const [should, is] = [String(expected), String(found)]
  const { row, column } = placeNames(place)
  switch (code) {
    case 'row_sum':
      return `表三“${row}”一行：六列之和为 ${should}，总计列却为 ${is}`
    case 'column_sum':
      return `表三“${column}”一列：各项办理结果之和为 ${should}，（七）总计却为 ${is}`
    case 'balance':
      return `表三“${column}”一列：新收加上年结转为 ${should}，（七）总计加结转下年度为 ${is}`
    case 'table4_sum':
      return `表四“${row}”：四种结果之和为 ${should}，总计却为 ${is}`
    case 'cell_not_count':
      return `${place.table === 'table3' ? '表三' : '表四'}“${row}”“${column}”：${is} 不是非负整数`
    case 'other_rows_mixed':
      return `表三“（六）其他处理”既有合计行（${is}）又有分项（合计 ${should}）：只能取其一`
    case 'narrative_differs':
      return `正文“${row}”写的是 ${is}，表格为 ${should}`
    case 'narrative_sum':
      return `正文“${row}”各数对不上：一边合计 ${should}，另一边为 ${is}`
    case 'change_impossible':
      return `正文“同比 ${is}%”：没有任何上年件数能得出这个幅度，最接近的是 ${should}%`
    case 'change_differs':
      return `正文“同比 ${is}%”：按上年报告应为 ${should}%`
    case 'carry_over':
      return `表三“${column}”一列：上年报告结转下年度 ${should} 件，本年的上年结转却为 ${is} 件`
    case 'in_force':
      return `${row}现行有效 ${is} 件，按上年现行有效加制发减废止为 ${should} 件：请核实`
  }
}

export const reportTitle = ({ id, organ, year }: PublishedReport, n: number): string => {
  const name = [organ, year === null ? null : `${String(year)}年`].filter((part) => part !== null).join(' ')
  return `第 ${String(n)} 份${id === null ? '' : ` ${id}`}${name === '' ? '' : `（${name}）`}`
}

export const verdictWords = ({ addsUp, violations, notCheckable }: ReportCheck): string => {
  const open = notCheckable.length === 0 ? '' : `；另有 ${String(notCheckable.length)} 处因缺数无法核对`
  if (addsUp === null) return `无法核对：可供对照的数不全`
  if (addsUp) return `勾稽相符${open}`
  return `勾稽不符 ${String(violations.filter(({ severity }) => severity === 'hard').length)} 处${open}`
}

const placeNames = ({ table, row, column }: Place): { readonly row: string; readonly column: string } => {
  switch (table) {
    case 'table3':
      // A place of table 3 carries keys of its rows and columns.
      return {
        row: row === null ? '' : rowName(row as ReportRow),
        column: column === null ? '' : columnName(column as ReportColumn),
      }
    case 'table4': {
      const result = remedyColumns.find((one) => one === column)
      return {
        row: remedyGroupNames[row as RemedyGroup],
        column: result === undefined ? '' : remedyColumnNames[result],
      }
    }
    case 'narrative':
      return { row: (row !== null && narrativeNames[row]) || (row ?? ''), column: '' }
    case 'active_disclosure':
      return { row: row === 'rules' ? '规章' : '行政规范性文件', column: '' }
  }
}

const narrativeNames: Readonly<Record<string, string>> = {
  received: '收到申请',
  received_stated: '收到申请',
  received_total: '收到申请（含上年结转）',
  received_total_stated: '收到申请（含上年结转）',
  carried_in: '上年结转',
  replied: '办理结果',
  carried_out: '结转下年度',
  carried_out_implied: '结转下年度',
  pending: '尚在办理',
  granted: '予以公开',
  partial: '部分公开',
  granted_and_partial: '予以公开和部分公开',
  denied: '不予公开',
  unable: '无法提供',
  not_processed: '不予处理',
  other: '其他处理',
  natural: '自然人',
  legal: '法人或其他组织',
  by_channel: '申请渠道',
  review: '行政复议',
  review_maintain: '行政复议维持',
  review_correct: '行政复议纠正',
  review_other: '行政复议其他结果',
  review_pending: '行政复议尚未审结',
  litigation: '行政诉讼',
  litigation_maintain: '行政诉讼维持',
  litigation_correct: '行政诉讼纠正',
  litigation_other: '行政诉讼其他结果',
  litigation_pending: '行政诉讼尚未审结',
}
