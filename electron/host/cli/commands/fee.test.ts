import { describe, expect, it } from 'vitest'
import { run } from '../_testing.ts'

const fenOf = async (...args: readonly string[]) => {
  const { code, out, said } = await run(['fee', ...args, '--json'])
  expect([code, said]).toEqual([0, ''])
  return JSON.parse(out) as unknown
}

describe('fee', () => {
  it.each([
    ['0', 0],
    ['10', 0],
    ['11', 10_000],
    ['30', 200_000],
    ['31', 220_000],
    ['60', 1_100_000],
  ])('of %s requests is %i fen', async (requests, fen) => {
    expect(await fenOf('--requests', requests)).toEqual({ fen })
  })

  it.each([
    ['30', 0],
    ['31', 1000],
    ['68', 38_000],
    ['250', 470_000],
  ])('of %s pages is %i fen', async (pages, fen) => {
    expect(await fenOf(`--pages=${pages}`)).toEqual({ fen })
  })

  it('prints the number alone, and how it comes about beside it', async () => {
    const { code, out, said } = await run(['fee', '--pages', '101'])
    expect([code, out]).toEqual([0, '72000'])
    expect(said.split('\n')).toEqual([
      '信息处理费 720元（101 页，按量，国办函〔2020〕109号）',
      '  第 1 至 30 页：不收费',
      '  第 31 至 100 页：每页 10元，700元',
      '  第 101 页：每页 20元，20元',
    ])
  })

  it('[CLI-4] shows a handful of the tiers and sums the rest, however many there are', async () => {
    const { out, said } = await run(['fee', '--requests', '1000'])
    const lines = said.split('\n')
    expect(lines).toHaveLength(8)
    expect(lines.at(-1)).toMatch(/^ {2}第 71 至 1000 件：另 93 档，每件 600元 至 9800元，共 \d+元$/)
    const sum = lines.slice(1).reduce((total, line) => total + Number(/(\d+)元$/.exec(line)?.[1] ?? 0) * 100, 0)
    expect(String(sum)).toBe(out)
    expect((await run(['fee', '--requests', '1000000'])).said.split('\n')).toHaveLength(8)
  })

  it.each([
    [['--requests', '3', '--pages', '3'], '只能选一种'],
    [['--requests', '3', '--pages', '3'], '《政府信息公开信息处理费管理办法》第三条'],
    [[], '请写明 --requests <件数> 或 --pages <页数>'],
    [['--requests', '-1'], '件数应为 0 至 1000000 的整数：“-1”'],
    [['--requests', '1.5'], '“1.5”'],
    [['--pages', '十'], '页数应为 0 至 1000000 的整数：“十”'],
    [['--pages', '1e3'], '“1e3”'],
    [['--pages', '１２'], '“１２”'],
    [['--pages', '1000001'], '“1000001”'],
    [['--requests'], '选项 --requests 后面缺少取值'],
    [['--requests', '1', '--requests', '2'], '选项 --requests 写了不止一次'],
    [['12'], '多出一个参数：12'],
  ])('%j is refused', async (args, words) => {
    const { code, out, said } = await run(['fee', ...args, '--json'])
    expect([code, out]).toEqual([2, ''])
    expect(said).toContain(words)
    expect(said).toContain('yichuang help fee')
  })
})
