import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { requestsOf } from '../../../domain/report/_testing.ts'
import { annualReport } from '../../../domain/report/annual.ts'
import { checkReport } from '../../../domain/report/check.ts'
import huaian from '../../../domain/report/fixtures/huaian-2024.json' with { type: 'json' }
import { parseReport } from '../../../domain/report/parse-report.ts'
import { reportRows } from '../../../domain/report/table.ts'
import { annualDocument } from './annual-document.ts'
import { annualData } from './annual-json.ts'
import { type PlacedCell, type ReportDocument, type ReportTable, cell, head, placeCells } from './document.ts'
import { reportHtml } from './report-html.ts'
import { rowName } from './report-names.ts'
import { reportXlsx } from './report-xlsx.ts'

const parsed = parseReport(huaian)
if (!parsed.ok) throw new Error(JSON.stringify(parsed.error))
const { proactive } = parsed.value
const counted = annualReport(requestsOf(huaian.table3, 2024), 2024, proactive)
/** The published figures of table 4 and of the text stand in for remedies that rows of requests do not hold. */
const report = { ...counted, table4: huaian.table4 }
const texts = { problems: '答复 <不够> 规范 & "及时"。', other: null }
const document = annualDocument(report, '江苏省淮安市', texts)

const tableOf = (of: ReportDocument, name: string): ReportTable => {
  const found = of.blocks.find((block) => block.kind === 'table' && block.name === name)
  if (found?.kind !== 'table') throw new Error(name)
  return found
}
/** What stands at each place, covered places with their cell's value. */
const gridOf = (cells: readonly PlacedCell[]): (string | number)[][] => {
  const grid: (string | number)[][] = []
  for (const { row, column, across, down, value } of cells)
    for (let r = row; r < row + down; r += 1)
      for (let c = column; c < column + across; c += 1) (grid[r - 1] ??= [])[c - 1] = value
  return grid
}
const figuresOf = (grid: readonly (readonly unknown[])[]) => grid.slice(3).map((row) => row.slice(3))
const published = reportRows('2021').map((row) => huaian.table3[row as keyof typeof huaian.table3])

describe('the layout of the annual report', () => {
  it('has the figures of table 3 at their places, with labels as in the form', () => {
    const grid = gridOf(placeCells(tableOf(document, '依申请公开')))
    expect(grid).toHaveLength(28)
    expect(grid.every((row) => row.length === 10)).toBe(true)
    expect(figuresOf(grid)).toEqual(published)
    expect(grid[1]?.slice(3)).toEqual(['自然人', ...Array.from({ length: 5 }, () => '法人或其他组织'), '总计'])
    expect(grid[2]?.slice(3)).toEqual([
      '自然人',
      '商业企业',
      '科研机构',
      '社会公益组织',
      '法律服务机构',
      '其他',
      '总计',
    ])
    const labels = grid
      .slice(3)
      .map((row) => [...new Set(row.slice(0, 3))].filter((text) => text !== '三、本年度办理结果'))
    expect(labels.map((parts) => parts.join(' '))).toEqual(reportRows('2021').map(rowName))
    expect(grid.slice(5, 27).every(([first]) => first === '三、本年度办理结果')).toBe(true)
  })

  it('has table 4 in one row of fifteen', () => {
    const grid = gridOf(placeCells(tableOf(document, '复议诉讼')))
    expect(grid[3]).toEqual([72, 64, 178, 37, 351, 13, 4, 8, 1, 26, 12, 1, 1, 6, 20])
    expect(grid.map((row) => row.length)).toEqual([15, 15, 15, 15])
  })

  it('has table 2 with charges in 万元, and blanks for what nobody stated', () => {
    const grid = gridOf(placeCells(tableOf(document, '主动公开')))
    expect(grid[2]).toEqual(['规章', 1, 0, 11])
    expect(grid[3]).toEqual(['行政规范性文件', 8, 26, 66])
    expect(grid.map((row) => row[1]).filter((value) => typeof value === 'number')).toEqual([
      1, 8, 447_228, 3_985_758, 88_283, 96_171.6,
    ])
    const none = annualDocument({ ...counted, proactive: null }, 'A', texts)
    expect(gridOf(placeCells(tableOf(none, '主动公开')))[2]).toEqual(['规章', '', '', ''])
  })

  it('has one row for 其他处理 in the form of 2019', () => {
    const table = tableOf(annualDocument(annualReport([], 2020), 'A', texts), '依申请公开')
    const grid = gridOf(placeCells(table))
    expect(grid).toHaveLength(26)
    expect(grid[23]?.[1]).toBe('（六）其他处理')
  })

  it('tells the text with the same figures', () => {
    const [requests] = document.blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    expect(requests).toBe(
      '2024年，新收政府信息公开申请3119件，上年结转34件；办结3050件，结转下年度继续办理103件。' +
        '新收申请中，自然人3001件，法人或其他组织118件；网络申请3119件。' +
        '办理结果：予以公开1362件，部分公开454件，不予公开178件，无法提供781件，不予处理88件，其他处理187件。',
    )
  })

  it('tells remedies and charges, and that there were none', () => {
    const paragraphs = (of: typeof report) =>
      annualDocument(of, 'A', { problems: null, other: '另有说明。' }).blocks.flatMap((block) =>
        block.kind === 'paragraph' ? [block.text] : [],
      )
    const remedies = { maintain: 25, correct: 5, other: 9, pending: 7, total: 46 }
    const told = paragraphs({
      ...report,
      narrative: {
        ...report.narrative,
        review: huaian.table4.review,
        litigation: remedies,
        extended: 2,
        processingFee: { cases: 1, fen: 38_000 },
      },
    })
    expect(told.slice(1)).toEqual([
      '因政府信息公开工作被申请行政复议351件（结果维持72件，结果纠正64件，其他结果178件，尚未审结37件），被提起行政诉讼46件（结果维持25件，结果纠正5件，其他结果9件，尚未审结7件）。',
      '（由本机关填写）',
      '依据《政府信息公开信息处理费管理办法》，2024年1件申请收取信息处理费，共计380元。',
      '另有说明。',
    ])
    expect(told[0]).toContain('其中延期答复2件。')
    expect(paragraphs(annualReport([], 2024) as typeof report)).toEqual([
      '2024年，新收政府信息公开申请0件，上年结转0件；办结0件，结转下年度继续办理0件。',
      '因政府信息公开工作被申请行政复议0件，被提起行政诉讼0件。',
      '（由本机关填写）',
      '2024年，没有收取信息处理费。',
      '另有说明。',
    ])
  })
})

describe('the page', () => {
  const html = reportHtml(document)

  it('holds the tables as they were laid out', () => {
    const tables = [...html.matchAll(/<table>\n([\s\S]*?)\n<\/table>/g)].map(([, body = '']) => readTable(body))
    expect(tables).toHaveLength(3)
    expect(figuresOf(gridOf(placeCells(tables[1] ?? { kind: 'table', name: '', rows: [] })))).toEqual(published)
  })

  it('escapes what people wrote and asks nothing of a network', () => {
    expect(html).toContain('<p>答复 &lt;不够&gt; 规范 &amp; &quot;及时&quot;。</p>')
    expect(html).toContain('<h1>江苏省淮安市2024年政府信息公开工作年度报告</h1>')
    expect(html).not.toMatch(/src=|href=|https?:|<script/)
  })
})

const readTable = (body: string): ReportTable => ({
  kind: 'table',
  name: '',
  rows: body.split('\n').map((line) =>
    [...line.matchAll(/<(th|td)((?: \w+="\d+")*)>([^<]*)<\/\1>/g)].map(([, tag, spans = '', text = '']) => ({
      value: tag === 'td' && text !== '' ? Number(text) : text,
      across: Number(/colspan="(\d+)"/.exec(spans)?.[1] ?? 1),
      down: Number(/rowspan="(\d+)"/.exec(spans)?.[1] ?? 1),
      head: tag === 'th',
    })),
  ),
})

describe('the workbook', () => {
  it('reads back with every figure as a number, merged as in the form', async () => {
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load((await reportXlsx(document)).buffer as ArrayBuffer)
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['正文', '主动公开', '依申请公开', '复议诉讼'])
    const sheet = workbook.getWorksheet('依申请公开')
    const read = Array.from({ length: 25 }, (_, row) =>
      Array.from({ length: 7 }, (_column, column) => sheet?.getCell(row + 4, column + 4).value),
    )
    expect(read).toEqual(published)
    expect(sheet?.getCell('A1').value).toBe('（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）')
    expect(sheet?.getCell('C3').master.address).toBe('A1')
    expect(sheet?.getCell('B8').master.address).toBe('B8')
    expect(sheet?.getCell('B15').master.address).toBe('B8')
    expect(workbook.getWorksheet('正文')?.getCell('A1').value).toBe('江苏省淮安市2024年政府信息公开工作年度报告')
  })
})

describe('the data', () => {
  it('are in the shape that the checker reads, and add up', () => {
    const data: unknown = JSON.parse(JSON.stringify(annualData(counted, '江苏省淮安市')))
    expect(data).toMatchObject({
      table3: huaian.table3,
      active_disclosure: huaian.active_disclosure,
      columns: { length: 7 },
    })
    const read = parseReport(data)
    if (!read.ok) throw new Error(JSON.stringify(read.error))
    expect(checkReport(read.value)).toMatchObject({ addsUp: true, violations: [], notCheckable: [] })
  })
})

describe('a table', () => {
  const table = (...rows: ReportTable['rows']): ReportTable => ({ kind: 'table', name: '', rows })

  it('that is no rectangle is never written', () => {
    expect(() => placeCells(table([cell(1), cell(2)], [cell(3)]))).toThrow(RangeError)
    expect(() => placeCells(table([head('a', 1, 2)]))).toThrow(RangeError)
    expect(() => placeCells(table([cell(1), head('b', 1, 2)], [head('c', 2)]))).toThrow(RangeError)
    expect(placeCells(table([head('a', 1, 2), cell(1)], [cell(2)])).map(({ row, column }) => [row, column])).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ])
  })
})
