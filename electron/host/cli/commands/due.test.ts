import { describe, expect, it } from 'vitest'
import { run } from '../_testing.ts'

describe('due', () => {
  it('leaves out a pause and explains every stretch', async () => {
    const args = ['--received', '2024-09-20', '--days', '20', '--pause', '2024-09-27..2024-10-09']
    const { code, out, said } = await run(['due', ...args, '--json'])
    expect([code, said]).toEqual([0, ''])
    const answer = JSON.parse(out) as { readonly ledger: readonly { readonly kind: string; readonly days: number }[] }
    expect(answer).toMatchObject({ due: '2024-10-29', provisional: false, workdays: 20 })
    const counted = answer.ledger.filter(({ kind }) => kind === 'counted')
    expect(counted.reduce((sum, { days }) => sum + days, 0)).toBe(20)
    const text = await run(['due', ...args])
    expect(text.out).toContain('到期日：2024-10-29（周二）')
    expect(text.out).toContain('国庆节放假，不计入　《全国年节及纪念日放假办法》')
    expect(text.out).toContain('2024-10-12 1 天　计入，国庆节调休上班，累计 8')
  })

  it('says that a date past the published calendar is provisional, and why', async () => {
    const { code, out, said } = await run(['due', '--received', '2026-12-10', '--days', '20', '--json'])
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ due: '2027-01-07', provisional: true, provisionalFrom: '2027-01-01' })
    expect(said).toContain('暂定')
    expect(said).toContain('2027-01-01')
    expect((await run(['due', '--received', '2026-12-10', '--days', '20'])).out).toContain('2027-01-07（周四）（暂定）')
  })

  it('knows natural days, restarts, extensions and an open pause', async () => {
    const due = async (...args: string[]) =>
      (JSON.parse((await run(['due', ...args, '--json'])).out) as { due: unknown }).due
    expect(await due('--received', '2026-11-02', '--days', '5', '--unit', 'day')).toBe('2026-11-09')
    expect(await due('--received', '2026-11-02', '--days', '5', '--restart', '2026-11-04')).toBe('2026-11-11')
    expect(await due('--received', '2026-11-02', '--days', '5', '--extend', '2')).toBe('2026-11-11')
    expect(await due('--received', '2026-11-02', '--days', '5', '--pause', '2026-11-03..')).toBeNull()
    expect((await run(['due', '--received', '2026-11-02', '--days', '5', '--pause', '2026-11-03..'])).out).toContain(
      '未定',
    )
  })

  it.each([
    [[], ['缺少选项 --received', '缺少选项 --days']],
    [
      ['--received', '2026-02-30', '--days', '5'],
      ['--received 不是存在的日期', '2026-02-30'],
    ],
    [
      ['--received', '2026-02-03', '--days', '0'],
      ['--days 应为 1 至 3650 的整数', '“0”'],
    ],
    [['--received', '2026-02-03', '--days', '5.5'], ['--days 应为']],
    [['--received', '2026-02-03', '--days'], ['选项 --days 后面缺少取值']],
    [['--received', '2026-02-03', '--days', '5', '--days', '6'], ['选项 --days 写了不止一次']],
    [
      ['--received', '2026-02-03', '--days', '5', '--unit', 'week'],
      ['--unit 只能是', '“week”'],
    ],
    [['--received', '2026-02-03', '--days', '5', '--pause', '2026-02-05'], ['--pause 应写成']],
    [['--received', '2026-02-03', '--days', '5', 'now'], ['多出一个参数：now']],
    [
      ['--received', '2026-02-03', '--days', '5', '--pause', '2026-02-01..2026-02-05'],
      ['暂停从 2026-02-01 开始，早于起算日'],
    ],
    [['--received', '2026-02-03', '--days', '5', '--pause', '2026-02-06..2026-02-05'], ['早于起始日']],
    [['--received', '2026-02-03', '--days', '5', '--restart', '2026-02-02'], ['重新起算日 2026-02-02 早于']],
  ])('%j is refused in plain words', async (args, words) => {
    const { code, out, said } = await run(['due', ...args])
    expect([code, out]).toEqual([2, ''])
    for (const word of words) expect(said).toContain(word)
  })
})
