import { percentOfChange } from '../../../domain/report/percent.ts'
import type { RegisterPart, RegisterReport } from '../../../domain/record/register/register-report.ts'
import type { RegisterChange } from '../../../domain/register/change.ts'
import { schemaOf } from '../../../domain/register/registers.ts'
import { fieldOf } from '../../../domain/register/schema.ts'
import { type ReportBlock, type ReportDocument, type ReportTable, cell, head } from './document.ts'

/** The report of a register; a change of nothing has no percentage. */
export const registerDocument = (report: RegisterReport, register: string, center: string): ReportDocument => {
  const { from, to, before, after, changes, byField, byOrgan } = report
  const field = byField === null ? undefined : fieldOf(schemaOf(report.register), byField.field)
  const wordOf = (key: string | null) =>
    key === null ? '未载明' : ((field?.type === 'choice' ? field.choices[key]?.[0] : undefined) ?? key)
  return {
    title: `${center}${register}变动统计（${from}至${to}）`,
    blocks: [
      heading('一、数量'),
      table('数量', '清单', [['合计', before, after, changeOf(before, after)]]),
      ...(byField === null
        ? []
        : [table(field?.headers[0] ?? byField.field, '类别', partLines(byField.parts, wordOf))]),
      table(
        '单位',
        '单位',
        partLines(byOrgan, (key) => key ?? '未载明'),
      ),
      heading('二、变动'),
      {
        kind: 'table',
        name: '变动',
        rows: [
          [head('变动类型'), head('项数')],
          ...changeOrder.map((change) => [head(changeNames[change]), cell(changes[change])]),
          [head('调整合计（取消、下放、整合、新增、修改）'), cell(changes.adjusted)],
        ],
      },
    ],
  }
}

const heading = (text: string): ReportBlock => ({ kind: 'heading', text })

type Line = readonly [string, number, number, string]

const partLines = (parts: readonly RegisterPart[], wordOf: (key: string | null) => string): readonly Line[] =>
  parts.map(({ key, before, after }) => [wordOf(key), before, after, changeOf(before, after)])

const table = (name: string, first: string, lines: readonly Line[]): ReportTable => ({
  kind: 'table',
  name,
  rows: [
    [first, '期初', '期末', '增减（%）'].map((text) => head(text)),
    ...lines.map(([title, ...values]) => [head(title), ...values.map((value) => cell(value))]),
  ],
})

const changeOf = (before: number, after: number): string => percentOfChange(before, after, 1) ?? '—'

const changeOrder = [
  'cancelled',
  'delegated',
  'merged',
  'added',
  'modified',
  'initial',
  'expired',
  'error',
] as const satisfies readonly RegisterChange[]

const changeNames: Readonly<Record<RegisterChange, string>> = {
  initial: '首次公布',
  added: '新增',
  modified: '修改',
  merged: '整合',
  delegated: '下放',
  cancelled: '取消',
  expired: '期满退出',
  error: '误录退出',
}
