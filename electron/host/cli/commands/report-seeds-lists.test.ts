// Figures printed in reports of 2009 and 2016 about lists and items, held against what the program reports when their rows are in its store.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RegisterReport } from '../../../../domain/record/register/register-report.ts'
import { times } from '../../../../domain/report/_testing.ts'
import type { CenterReport } from '../../../../domain/report/center.ts'
import { judgeClaim } from '../../../../domain/report/figures.ts'
import { type Workplace, makeWorkplace, run } from '../_testing.ts'

let place: Workplace
beforeEach(async () => {
  place = makeWorkplace()
  expect((await run(['init', '--dir', place.dir])).code).toBe(0)
})
afterEach(() => place.remove())

const take = async (as: string, rows: readonly object[]): Promise<void> => {
  const file = join(place.root, 'rows.json')
  writeFileSync(file, JSON.stringify(rows))
  const { code, said } = await run(['import', file, '--as', as, '--dir', place.dir])
  expect(code, said).toBe(0)
}
const report = async <T>(...args: readonly string[]): Promise<T> => {
  const { code, out, said } = await run(['report', ...args, '--dir', place.dir, '--format', 'json'])
  expect(code, said).toBe(0)
  const told: T = JSON.parse(out)
  return told
}
const registerIn = (register: string, from: number, to = from, ...more: readonly string[]) =>
  report<RegisterReport>(
    'register',
    '--register',
    register,
    '--from',
    `${String(from)}-01-01`,
    '--to',
    `${String(to)}-12-31`,
    ...more,
  )

interface Change {
  readonly 变动类型?: string
  readonly 生效日期: string
}
const before: Change = { 生效日期: '2014-12-31' }
const powers = (first: number, count: number, change: Change, over: object = {}) =>
  times(count, (n) => ({
    权力编码: `Q${String(first + n)}`,
    权力名称: `权力第${String(first + n)}项`,
    权力类型: '行政处罚',
    行使主体: '某局',
    ...change,
    ...over,
  }))

describe('lists of Jinzhou', { timeout: 120_000 }, () => {
  it('[RPT-28] row 7: 33 taken away, 5 handed down, 274 joined, 21 new, 32 changed: 365 adjustments', async () => {
    await take('register:power_list', powers(1, 344, before))
    const in2016 = (变动类型: string): Change => ({ 变动类型, 生效日期: '2016-06-30' })
    await take('register:power_list', [
      ...powers(1, 33, in2016('取消')),
      ...powers(34, 5, in2016('下放')),
      ...powers(39, 274, in2016('整合')),
      ...powers(313, 32, in2016('修改'), { 设定依据: '修订后的依据' }),
      ...powers(345, 21, in2016('新增')),
    ])
    const { changes, before: had, after } = await registerIn('power_list', 2016)
    expect(changes).toMatchObject({ cancelled: 33, delegated: 5, merged: 274, added: 21, modified: 32, adjusted: 365 })
    expect([had, after]).toEqual([344, 332])
    expect(await registerIn('power_list', 2015)).toMatchObject({ changes: { adjusted: 0 } })
    const page = await run([
      'report',
      'register',
      '--register',
      'power_list',
      '--from',
      '2016-01-01',
      '--to',
      '2016-12-31',
      '--dir',
      place.dir,
      '--format',
      'html',
    ])
    expect(page.out).toContain('<tr><th>整合</th><td>274</td></tr>')
    expect(page.out).toContain('<tr><th>调整合计（取消、下放、整合、新增、修改）</th><td>365</td></tr>')
  })

  it('[RPT-28] row 8: 4231 powers became 1985 and 1760: 53 %, 11.3 %, 58.4 % in two years', async () => {
    await take('register:power_list', powers(1, 4231, before))
    await take('register:power_list', powers(1, 2246, { 变动类型: '取消', 生效日期: '2015-06-30' }))
    await take('register:power_list', powers(2247, 225, { 变动类型: '取消', 生效日期: '2016-06-30' }))
    const years = [
      await registerIn('power_list', 2015),
      await registerIn('power_list', 2016),
      await registerIn('power_list', 2015, 2016),
    ]
    expect(years.map((year) => [year.before, year.after, year.changes.cancelled])).toEqual([
      [4231, 1985, 2246],
      [1985, 1760, 225],
      [4231, 1760, 2471],
    ])
    for (const [at, printed] of ['-53', '-11.3', '-58.4'].entries()) {
      const { before: had = 0, after = 0 } = years[at] ?? {}
      expect(judgeClaim({ kind: 'change', name: 'powers', before: had, after, printed }).holds).toBe(true)
    }
  })

  it('[RPT-28] row 9: of 451 approvals 102 went, and 349 of four kinds stayed: 22.6 %', async () => {
    // The text parts them into four; which kinds these are it does not say.
    const kept = [
      ...powers(1, 185, before, { 权力类型: '行政许可' }),
      ...powers(186, 1, before, { 权力类型: '行政征收' }),
      ...powers(187, 6, before, { 权力类型: '行政确认' }),
      ...powers(193, 157, before, { 权力类型: '其他' }),
    ]
    await take('register:power_list', [...kept, ...powers(350, 102, before, { 权力类型: '行政许可' })])
    await take('register:power_list', powers(350, 102, { 变动类型: '取消', 生效日期: '2016-03-31' }))
    const { before: had, after, byField } = await registerIn('power_list', 2016, 2016, '--by', 'kind')
    expect([had, after]).toEqual([451, 349])
    expect(byField?.parts.map(({ key, after: left }) => [key, left])).toEqual([
      ['licence', 185],
      ['levy', 1],
      ['confirmation', 6],
      ['other', 157],
    ])
    expect(judgeClaim({ kind: 'change', name: 'approvals', before: had, after, printed: '-22.6' }).holds).toBe(true)
  })

  it('[RPT-28] row 10: of 75 intermediary services 21 were cleared away and 54 stayed: 28 %', async () => {
    const services = (first: number, count: number, change: Change) =>
      times(count, (n) => ({
        中介服务名称: `中介服务第${String(first + n)}项`,
        审批事项名称: '某项许可',
        审批部门: '某局',
        设定依据: '某条例',
        ...change,
      }))
    await take('register:intermediary_services', services(1, 75, before))
    await take('register:intermediary_services', services(55, 21, { 变动类型: '清理', 生效日期: '2016-09-30' }))
    const { before: had, after, changes } = await registerIn('intermediary_services', 2016)
    expect([had, after, changes.cancelled]).toEqual([75, 54, 21])
    expect(
      judgeClaim({ kind: 'shares', name: 'cleared', whole: had, parts: [changes.cancelled], printed: ['28'] }).holds,
    ).toBe(true)
  })

  it.each([
    [['--register', 'secrets', '--from', '2016-01-01', '--to', '2016-12-31'], '--register 只能是'],
    [['--register', 'power_list', '--from', '2016-02-30', '--to', 'x'], '日期不存在：“2016-02-30”'],
    [['--register', 'power_list', '--from', '2016-02-03', '--to', '2016-01-01'], '早于第一天'],
    [['--register', 'power_list', '--from', '2016-01-01', '--to', '2016-01-02', '--by', 'name'], '--by 只能是 kind'],
  ])('%j is refused', async (args, words) => {
    const { code, said } = await run(['report', 'register', ...args, '--dir', place.dir])
    expect([code, said.includes(words)], said).toEqual([2, true])
  })
})

/** So many items of so many organs, with limits that make these sums; none is without a working day. */
const items = (organs: number, count: number, statutory: number, promised: number) =>
  times(count, (n) => ({
    事项名称: `事项第${String(n + 1)}项`,
    实施主体: `第${String(n % organs)}单位`,
    事项类型: '行政许可',
    法定办结时限: `${String(shareOf(statutory, count, n))}工作日`,
    承诺办结时限: `${String(shareOf(promised, count, n))}工作日`,
  }))
const shareOf = (sum: number, count: number, n: number) => Math.floor(sum / count) + (n < sum % count ? 1 : 0)

describe('limits of items', { timeout: 60_000 }, () => {
  const limitsOf = async () => {
    const { items: limits } = await report<CenterReport>('center', '--from', '2026-11-01', '--to', '2026-11-30')
    return limits
  }

  it('[RPT-28] row 20: the 237 items of 45 organs of Chaozhou 2009, 3608 days to 2602: 27.9 %', async () => {
    await take('catalogue', items(45, 237, 3608, 2602))
    expect(await limitsOf()).toMatchObject({
      offered: 237,
      organs: 45,
      statutoryDays: 3608,
      promisedDays: 2602,
      promisedCompression: '27.9',
    })
    expect(3608 - 2602).toBe(1006)
  })

  it('[RPT-28] row 24: the 96 items of Songbei 2009, 1893 days to 416: 78 %; 62 % less than was promised before', async () => {
    await take('catalogue', items(22, 96, 1893, 1095))
    const former = await limitsOf()
    await take('catalogue', items(22, 96, 1893, 416))
    const now = await limitsOf()
    expect(now).toMatchObject({
      offered: 96,
      organs: 22,
      statutoryDays: 1893,
      promisedDays: 416,
      promisedCompression: '78.0',
    })
    const claim = { kind: 'change', name: 'promise', before: former.promisedDays, after: now.promisedDays } as const
    expect(judgeClaim({ ...claim, printed: '-62' }).holds).toBe(true)
  })
})
