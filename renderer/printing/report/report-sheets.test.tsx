import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import type { ReportDocumentData } from '../../../contract/queries/statistics.ts'
import { ReportBlockView } from './report-block.tsx'
import { reportBlocks } from './report-blocks.ts'
import { ReportPage } from './report-page.tsx'

const head = (value: string) => ({ value, across: 1, down: 1, head: true })
const cell = (value: number) => ({ value, across: 1, down: 1, head: false })
const report: ReportDocumentData = {
  title: '青岚县2025年政府信息公开工作年度报告',
  blocks: [
    { kind: 'heading', text: '一、总体情况' },
    { kind: 'paragraph', text: '2025年收到申请12345件。' },
    {
      kind: 'table',
      name: '各单位办件',
      rows: [[head('单位'), head('收件')], ...[1, 2, 3].map((n) => [head(`单位${String(n)}`), cell(n * 11_111)])],
    },
  ],
}
const blocks = reportBlocks(report)
const wordsOf = (html: string): string => html.replaceAll(/<[^>]+>/gu, ' ').replaceAll(/\s+/gu, ' ')
const print = { printedAt: Date.UTC(2026, 10, 22, 2, 26), deviceNo: 'W03' }

describe('sheets of a report', () => {
  it('[LTR-22] each say when and where they were printed and which of how many they are; later ones name the report', () => {
    const page = (n: number) =>
      wordsOf(
        renderToStaticMarkup(
          <ReportPage title={report.title} print={print} page={n} of={2}>
            {null}
          </ReportPage>,
        ),
      )
    expect(page(1)).toBe(` ${report.title} 打印 2026-11-22 10:26 W03 第 1 页，共 2 页 `)
    expect(page(2)).toBe(` ${report.title}（续） 打印 2026-11-22 10:26 W03 第 2 页，共 2 页 `)
  })

  it('[LTR-22] have the heading of a table on every page that it is on', () => {
    const table = blocks.find(({ kind }) => kind === 'rows')
    if (table === undefined) throw new Error('no table')
    const part = (from: number, to: number) =>
      wordsOf(renderToStaticMarkup(<ReportBlockView block={table} part={{ from, to, lineStarts: [] }} />))
    expect(part(0, 2)).toBe(' 单位 收件 单位1 11111 单位2 22222 ')
    expect(part(2, 3)).toBe(' 单位 收件 单位3 33333 ')
  })

  it('[LTR-22] keep a heading with what follows it', () => {
    expect(blocks.map((block) => ('withNext' in block ? block.withNext : block.kind))).toEqual([true, 'text', 'rows'])
  })
})
