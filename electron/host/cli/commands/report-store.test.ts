import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aRequest, requestsOf } from '../../../../domain/report/_testing.ts'
import huaian from '../../../../domain/report/fixtures/huaian-2024.json' with { type: 'json' }
import { plainDate } from '../../../../domain/plain-date.ts'
import type { DisclosureFacts } from '../../../../domain/report/disclosure-facts.ts'
import { monday } from '../../_testing.ts'
import { type Ran, type Workplace, makeWorkplace, run } from '../_testing.ts'
import type { Command } from '../command.ts'
import { reportAnnualCommand } from './report-annual.ts'
import { reportCenterCommand } from './report-center.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const runCommand = async (command: Command, ...args: readonly string[]): Promise<Ran> => {
  const out: string[] = []
  const said: string[] = []
  const io = {
    out: (line: string) => out.push(line),
    say: (line: string) => said.push(line),
    env: {},
    now: () => monday,
    version: '0.1.0',
  }
  const code = await command.run([...args, '--dir', place.dir], io)
  return { code, out: out.join('\n'), said: said.join('\n') }
}

/** The rows that a store would give. */
const annualOf = (facts: readonly DisclosureFacts[], incomplete: number, ...args: readonly string[]) =>
  runCommand(
    reportAnnualCommand(() => ({ organ: '江苏省淮安市', facts, proactive: null, stated: [], incomplete })),
    ...args,
  )
const annual = (...args: readonly string[]) => annualOf(requestsOf(huaian.table3, 2024), 0, ...args)

const on = plainDate('2026-10-01')
const center = (...args: readonly string[]) =>
  runCommand(
    reportCenterCommand(() => ({
      center: '某县政务服务中心',
      incomplete: 0,
      facts: {
        cases: [
          {
            kind: 'service',
            organ: '某县民政局',
            channel: 'in_person',
            receivedOn: on,
            acceptedOn: on,
            closedOn: on,
            instant: true,
            statutoryDays: 20,
            promisedDays: 1,
            actualDays: 0,
            promisedDue: on,
            statutoryDue: on,
            byAgent: false,
          },
        ],
        contacts: [],
        ratings: [],
        items: [],
      },
    })),
    ...args,
  )

describe('report annual', () => {
  it('gives every cell of the table, in the shape that report check takes', async () => {
    const { code, out } = await annual('--year', '2024', '--format', 'json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ organ: '江苏省淮安市', year: 2024, table3: huaian.table3 })
    const file = join(place.root, 'report.json')
    writeFileSync(file, out)
    expect((await run(['report', 'check', file])).out).toBe('勾稽相符')
  })

  it('gives the statistics form for years before 2019', async () => {
    const facts = [aRequest({ receivedOn: plainDate('2016-04-05'), channel: 'in_person' })]
    const { out } = await annualOf(facts, 0, '--year', '2016')
    expect(JSON.parse(out)).toMatchObject({ year: 2016, received: { in_person: 1, total: 1 }, replied: { total: 0 } })
    expect((await annualOf(facts, 0, '--year', '2016', '--format', 'html')).out).toContain(
      '<th>1.当面申请数</th><td>件</td><td>1</td>',
    )
  })

  it('writes a new file, and never over another', async () => {
    const file = join(place.root, 'report.xlsx')
    const written = await annual('--year', '2024', '--format', 'xlsx', '--out', file)
    expect([written.code, written.out, written.said]).toEqual([0, '', `已写到 ${file}`])
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.readFile(file)
    expect(workbook.getWorksheet('依申请公开')?.getCell('J4').value).toBe(3119)
    const before = readFileSync(file)
    const again = await annual('--year', '2024', '--format', 'xlsx', '--out', file)
    expect([again.code, again.said]).toEqual([2, `${file} 已经存在：请换一个文件名，原文件没有改动`])
    expect(readFileSync(file).equals(before)).toBe(true)
    const nowhere = await annual('--year', '2024', '--out', join(place.root, 'none', 'report.json'))
    expect([nowhere.code, nowhere.said]).toEqual([2, `${join(place.root, 'none', 'report.json')} 所在的目录不存在`])
  })

  it('says when cases could not be read in full', async () => {
    expect((await annualOf([], 2, '--year', '2024')).said).toContain('2 件含有较新版本程序的记录')
    expect((await annual('--year', '2024')).said).toBe('')
  })

  it('says when the year is not over', async () => {
    expect((await annual('--year', '2026')).said).toContain('2026 年的统计期尚未结束')
  })

  it.each([
    [['--year', '2007'], '年份应为 2008 至 2026：“2007”'],
    [['--year', '2027'], '“2027”'],
    [['--year', '24'], '“24”'],
    [[], '缺少选项 --year'],
    [['--year', '2024', '--format', 'pdf'], '--format 只能是 json、xlsx、html：“pdf”'],
    [['--year', '2024', '--format', 'xlsx'], 'xlsx 不能写到标准输出'],
  ])('%j is refused', async (args, words) => {
    const { code, out, said } = await annual(...args)
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain(words)
  })
})

describe('report center', () => {
  it('counts the period, as data and as a page', async () => {
    const period = ['--from', '2026-10-01', '--to', '2026-10-31']
    const { code, out } = await center(...period)
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({
      center: '某县政务服务中心',
      from: '2026-10-01',
      received: 1,
      limits: { promisedCompression: '95.0', actualCompression: '100.0' },
      onTime: { rate: '100.0' },
      ratings: { satisfied: null },
    })
    const page = (await center(...period, '--format', 'html')).out
    expect(page).toContain('<h1>某县政务服务中心运行情况统计（2026-10-01至2026-10-31）</h1>')
    expect(page).toContain('<tr><th>按时办结率</th><td>100.0</td><td>%</td></tr>')
    expect(page).toContain('<tr><th>满意率</th><td>—</td><td>%</td></tr>')
    expect(page).toContain('<tr><th>当面</th><td>1</td><td>100.00</td></tr>')
    expect(page).toContain('<tr><th>政务服务</th><td>1</td><td>100.00</td></tr>')
    expect(page).toContain('<tr><th>非常满意</th><td>0</td><td>—</td></tr>')
    expect(page).toContain('<tr><th>某县民政局</th><td>1</td><td>1</td><td>0</td></tr>')
  })

  it.each([
    [['--from', '2026-02-30', '--to', 'x'], '日期不存在：“2026-02-30”'],
    [['--from', '2026-10-02', '--to', '2026-10-01'], '最后一天 2026-10-01 早于第一天 2026-10-02'],
    [['--from', '2026-10-01', '--to', '2026-10-02', '--format', 'doc'], '--format 只能是'],
    [['--to', '2026-10-02'], '缺少选项 --from'],
    [['--from', '2026-10-01', '--to', '2026-10-02', '--sum-100', 'floor'], '--sum-100 只能是'],
  ])('%j is refused', async (args, words) => {
    const { code, out, said } = await center(...args)
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain(words)
  })
})
