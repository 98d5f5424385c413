import type { DeskLine } from '../../../contract/queries/disclosure.ts'
import type { DisclosureCase } from '../../../domain/disclosure/disclosure-state.ts'
import { fenToDecimal } from '../../../domain/fees/money.ts'
import { categoryNames } from '../../../domain/report/data/official-names.ts'
import { type ReportDocument, cell, head } from '../reports/document.ts'
import { rowName } from '../reports/report-names.ts'

export interface RegisterRow {
  readonly state: DisclosureCase
  readonly line: DeskLine
}

export interface RegisterHead {
  readonly year: number | null
  readonly center: string
}

const columns = [
  '序号',
  '编号',
  '收到日期',
  '申请人',
  '申请人类别',
  '申请公开的政府信息',
  '被申请机关',
  '承办',
  '答复期限',
  '延长至',
  '补正通知',
  '征求第三方',
  '征求其他机关',
  '办理结果',
  '答复日期',
  '送达日期',
  '信息处理费（元）',
  '缴费日期',
  '行政复议',
  '行政诉讼',
  '办结日期',
] as const

/** The register as a sheet: what an inspection asks to see of each request. */
export const registerDocument = (rows: readonly RegisterRow[], { year, center }: RegisterHead): ReportDocument => ({
  title: `${center}政府信息公开申请登记台账${year === null ? '' : `（${String(year)}年）`}`,
  blocks: [
    { kind: 'paragraph', text: `共 ${String(rows.length)} 件，按收到日期排列；自然人姓名已作隐名处理。` },
    {
      kind: 'table',
      name: '登记台账',
      rows: [
        columns.map((text) => head(text)),
        ...rows.map((row, at) => lineOf(row, at + 1).map((value) => cell(value))),
      ],
    },
  ],
})

const lineOf = ({ state, line }: RegisterRow, n: number): readonly (string | number)[] => [
  n,
  line.caseNo,
  line.arrivedOn,
  line.applicant,
  line.category === null ? '' : categoryNames[line.category],
  line.subject,
  line.organ,
  line.handler ?? '',
  line.statutoryDue ?? '',
  state.clockFacts.some((fact) => fact.kind === 'extension' && !fact.undone) ? (line.statutoryDue ?? '') : '',
  state.correction?.noticeOn ?? '',
  state.thirdParties.length === 0 ? '' : `${String(state.thirdParties.length)} 方`,
  state.coProducers.length === 0 ? '' : `${String(state.coProducers.length)} 家`,
  state.ending === null ? '' : rowName(state.ending.outcome),
  state.signed?.on ?? '',
  line.remedies?.knownOn ?? '',
  line.fee === null || line.fee.cancelledOn !== null ? '' : fenToDecimal(line.fee.fen),
  line.fee?.paidOn ?? '',
  state.reconsiderations.map(({ result }) => resultNames[result]).join('、'),
  state.litigations.map(({ result }) => resultNames[result]).join('、'),
  line.closedOn ?? '',
]

const resultNames = { maintain: '维持', correct: '纠正', other: '其他结果', pending: '尚未审结' } as const
