import { balanceNote, frameNames, groupNames, outcomeNames } from '../../../domain/report/data/official-names.ts'
import { groupOf, outcomesOf } from '../../../domain/report/outcome.ts'
import {
  type ProactiveFigures,
  type ReportColumn,
  type ReportFormat,
  type ReportRow,
  type Table3,
  type Table4,
  remedyColumns,
  remedyGroups,
  reportColumns,
  resultRows,
} from '../../../domain/report/table.ts'
import { type ReportTable, type TableCell, cell, head } from './document.ts'
import { columnName, remedyColumnNames } from './report-names.ts'

/** Section 二; a figure that is not known is left blank. */
export const proactiveTable = (figures: ProactiveFigures | null): ReportTable => {
  const counts = (name: string, of: ProactiveFigures['rules']) => [
    head(name),
    ...[of?.made, of?.repealed, of?.inForce].map(known),
  ]
  const single = (name: string, figure: number | null | undefined) => [head(name), { ...known(figure), across: 3 }]
  return {
    kind: 'table',
    name: '主动公开',
    rows: [
      [head('第二十条第（一）项', 4)],
      ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'].map((text) => head(text)),
      counts('规章', figures?.rules ?? null),
      counts('行政规范性文件', figures?.normativeDocuments ?? null),
      [head('第二十条第（五）项', 4)],
      [head('信息内容'), head('本年处理决定数量', 3)],
      single('行政许可', figures?.licences),
      [head('第二十条第（六）项', 4)],
      [head('信息内容'), head('本年处理决定数量', 3)],
      single('行政处罚', figures?.penalties),
      single('行政强制', figures?.compulsion),
      [head('第二十条第（八）项', 4)],
      [head('信息内容'), head('本年收费金额（单位：万元）', 3)],
      single('行政事业性收费', figures === null || figures.chargesFen === null ? null : figures.chargesFen / 1_000_000),
    ],
  }
}

const known = (figure: number | null | undefined): TableCell => cell(figure ?? '')

/** Section 三: 7 columns of figures after 3 of labels. */
export const requestTable = (table: Table3, format: ReportFormat): ReportTable => {
  const figures = (row: ReportRow) => (table[row] ?? []).map(cell)
  const results = resultRows[format]
  return {
    kind: 'table',
    name: '依申请公开',
    rows: [
      [head(balanceNote, 3, 3), head('申请人情况', 7)],
      [head(columnName('natural'), 1, 2), head('法人或其他组织', 5), head(columnName('total'), 1, 2)],
      organisations.map((column) => head(columnName(column))),
      [head(frameNames.new, 3), ...figures('new')],
      [head(frameNames.carried_in, 3), ...figures('carried_in')],
      ...results.map((row, at) => [
        ...(at === 0 ? [head(frameNames.results, 1, results.length + 1)] : []),
        ...resultLabels(row),
        ...figures(row),
      ]),
      [head(frameNames.total, 2), ...figures('total')],
      [head(frameNames.carried_out, 3), ...figures('carried_out')],
    ],
  }
}

const organisations: readonly ReportColumn[] = reportColumns.slice(1, -1)

const resultLabels = (row: (typeof resultRows)[ReportFormat][number]): readonly TableCell[] => {
  if (row === 'other_all') return [head(groupNames.other, 2)]
  const group = outcomesOf(groupOf(row))
  if (group.length === 1) return [head(outcomeNames[row], 2)]
  const label = head(outcomeNames[row])
  return group[0] === row ? [head(groupNames[groupOf(row)], 1, group.length), label] : [label]
}

/** Section 四: one row of fifteen figures. */
export const remedyTable = (table: Table4): ReportTable => {
  const names = (down: number) => remedyColumns.map((column) => head(remedyColumnNames[column], 1, down))
  return {
    kind: 'table',
    name: '复议诉讼',
    rows: [
      [head('行政复议', 5), head('行政诉讼', 10)],
      [...names(2), head('未经复议直接起诉', 5), head('复议后起诉', 5)],
      [...names(1), ...names(1)],
      remedyGroups.flatMap((group) => remedyColumns.map((column) => cell(table[group][column]))),
    ],
  }
}
