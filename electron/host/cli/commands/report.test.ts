import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

interface Answer {
  readonly ok: boolean
  readonly adds_up: boolean | null
  readonly violations: readonly { readonly code: string; readonly message: string; readonly report?: number }[]
  readonly questions: readonly { readonly code: string; readonly message: string }[]
  readonly not_checkable: readonly unknown[]
  readonly reports: readonly (Answer & { readonly id: string | null })[]
}

const fixture = new URL('../../../../domain/report/fixtures/annual-reports.json', import.meta.url)
const published = JSON.parse(readFileSync(fixture, 'utf8')) as readonly { id: string; adds_up: boolean | null }[]
const getPublished = (id: string) => {
  const found = published.find((report) => report.id === id)
  if (found === undefined) throw new Error(id)
  return found
}

let place: Workplace
beforeEach(() => {
  place = makeWorkplace()
})
afterEach(() => place.remove())

const write = (content: unknown, name = 'report.json'): string => {
  const file = join(place.root, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const check = async (content: unknown) => {
  const { code, out, said } = await run(['report', 'check', write(content), '--json'])
  expect(said).toBe('')
  return { code, answer: JSON.parse(out) as Answer }
}

describe('report check', () => {
  it.each(published.map((report) => [report.id, report.adds_up] as const))(
    'says of %s what its source says: %s',
    async (id, addsUp) => {
      const { code, answer } = await check(getPublished(id))
      expect(answer.adds_up).toBe(addsUp)
      expect(answer.ok).toBe(addsUp !== false)
      expect(answer.violations.length === 0).toBe(answer.ok)
      expect(code).toBe(addsUp === false ? 1 : 0)
    },
  )

  it('takes a list, and says for each report what is wrong where', async () => {
    const { code, answer } = await check(published)
    expect(code).toBe(1)
    expect(answer.ok).toBe(false)
    expect(answer.reports.map(({ id, adds_up: addsUp }) => [id, addsUp])).toEqual(
      published.map(({ id, adds_up: addsUp }) => [id, addsUp]),
    )
    expect(answer.violations.map(({ report, code: violation }) => [report, violation])).toEqual([
      [3, 'table4_sum'],
      [3, 'table4_sum'],
      [5, 'narrative_differs'],
      [5, 'narrative_differs'],
      [20, 'balance'],
      [20, 'balance'],
    ])
    expect(answer.violations.map(({ message }) => message)).toContain('表四“行政复议”：四种结果之和为 11，总计却为 0')
  })

  it('speaks plainly without --json', async () => {
    const { code, out } = await run(['report', 'check', write(getPublished('AR028'))])
    expect(code).toBe(1)
    expect(out.split('\n')).toEqual([
      '勾稽不符 2 处',
      '  表三“自然人”一列：新收加上年结转为 60，（七）总计加结转下年度为 61',
      '  表三“总计”一列：新收加上年结转为 62，（七）总计加结转下年度为 63',
    ])
    expect((await run(['report', 'check', write(getPublished('AR001'))])).out).toBe('勾稽相符')
    expect((await run(['report', 'check', write(getPublished('AR016'))])).out).toBe('无法核对：可供对照的数不全')
    const all = await run(['report', 'check', write(published)])
    expect(all.out).toContain('第 1 份 AR001（江苏省宿迁市(全市汇总) 2023年）：勾稽相符')
  })

  it('holds the report of a year against that of the year before, and only asks about documents in force', async () => {
    const row = (n: number) => [n, 0, 0, 0, 0, 0, n]
    const year = (number: number, carriedIn: number, carriedOut: number, inForce: number) => ({
      organ: '某县',
      year: number,
      active_disclosure: { 规章: [0, 0, inForce] },
      table3: { new: row(9), carried_in: row(carriedIn), carried_out: row(carriedOut) },
    })
    const wrong = await check([year(2024, 0, 3, 5), year(2025, 2, 0, 4)])
    expect(wrong.answer.violations.map(({ message }) => message)).toEqual([
      '表三“自然人”一列：上年报告结转下年度 3 件，本年的上年结转却为 2 件',
      '表三“总计”一列：上年报告结转下年度 3 件，本年的上年结转却为 2 件',
    ])
    const asked = await check([year(2024, 0, 3, 5), year(2025, 3, 0, 4)])
    expect([asked.code, asked.answer.ok]).toEqual([0, true])
    expect(asked.answer.reports[1]?.questions.map(({ message }) => message)).toEqual([
      '规章现行有效 4 件，按上年现行有效加制发减废止为 5 件：请核实',
    ])
    const text = await run(['report', 'check', write([year(2024, 0, 3, 5), year(2025, 3, 0, 4)])])
    expect(text.out).toContain('请核实：规章现行有效 4 件')
  })

  it.each([
    ['{ "table3": ', '不是有效的 JSON'],
    ['', '文件里没有任何一行数据'],
    ['[]', '文件里没有任何一行数据'],
    ['7', '这不是一份年度报告'],
    ['{}', '没有可核对的内容'],
    [{ table3: { granted: [1, 2] } }, 'table3.granted 应有 7 个数（六类申请人和总计），现有 2 个'],
    [{ table3: { newReceived: [0, 0, 0, 0, 0, 0, 0] } }, '表三没有这一行：newReceived'],
    [{ table3: { new: [0, 0, 0, 0, 0, 0, '0'] } }, 'table3.new[6] 的类型不对：0'],
    [{ narrative: { received: 1 }, format: '2014' }, '不认识的年报格式“2014”'],
    [{ narrative: { received: 1 }, columns: [] }, '列名应依次为：自然人、商业企业'],
    [{ table4: { review: {}, direct: {}, after_review: {} } }, '缺少 table4.review.maintain'],
    [[{ narrative: { received: 1 } }, 'x'], '第 2 份：这不是一份年度报告'],
  ])('refuses %j', async (content, words) => {
    const file = write(content)
    const before = place.onDisk()
    const { code, out, said } = await run(['report', 'check', file, '--json'])
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain(words)
    expect(place.onDisk()).toEqual(before)
  })

  it.each([
    [['report'], '请写明做什么。可用：check、annual、center'],
    [['report', 'drink'], '没有这种操作：drink'],
    [['report', 'check'], '缺少 <文件>'],
    [['report', 'check', 'a.json', '--shout'], '没有这个选项：--shout'],
    [['report', 'check', '/nowhere/report.json'], '找不到这个文件'],
  ])('%j is refused', async (args, words) => {
    const { code, out, said } = await run(args)
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain(words)
  })

  it('is described with the flags of each part', async () => {
    const { out } = await run(['help', 'report'])
    expect(out).toContain('yichuang report check <文件> [--json]')
    expect(out).toContain(
      'yichuang report annual --year <年份> --dir <目录> [--format <json|xlsx|html>] [--out <文件>]',
    )
    expect(out).toContain('yichuang report center --from <日期> --to <日期> --dir <目录>')
  })

  it('reads GB18030 as offices save it', async () => {
    const file = join(place.root, 'gbk.json')
    // 某县 in GB18030.
    const organ = Buffer.from([0xc4, 0xb3, 0xcf, 0xd8])
    const text = ['{"organ":"', '","table3":{"new":[1,0,0,0,0,0,2]}}'] as const
    writeFileSync(file, Buffer.concat([Buffer.from(text[0]), organ, Buffer.from(text[1])]))
    const { code, out } = await run(['report', 'check', file])
    expect([code, out]).toEqual([
      1,
      '勾稽不符 1 处；另有 7 处因缺数无法核对\n  表三“一、本年新收政府信息公开申请数量”一行：六列之和为 1，总计列却为 2',
    ])
  })
})
