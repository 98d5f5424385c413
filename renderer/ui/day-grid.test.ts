import { describe, expect, it } from 'vitest'
import { currentWorkCalendar } from '../../domain/calendar/state-council.ts'
import { serviceClocks } from '../../domain/case/clocks.ts'
import { clockFacts, pause } from '../../domain/clock/clock-facts.ts'
import { clockRules } from '../../domain/clock/clock-rules.ts'
import { runClock } from '../../domain/clock/run-clock.ts'
import { plainDate } from '../../domain/plain-date.ts'
import { phaseText, provisionalText, sumsText, whyText } from '../i18n/ledger-text.ts'
import { ledgerOf } from '../../domain/clock/ledger.ts'
import { ledgerPhasesOf } from '../../domain/clock/ledger-phases.ts'
import { dayGridOf, moveDay } from './day-grid.ts'
import { dayText } from './day-text.ts'

const calendar = currentWorkCalendar
const today = plainDate('2026-10-14')

/** The disclosure request of the design: received 09-14, third party asked 09-22 to 10-13. */
const asked = () => {
  const rules = clockRules({ days: 20, articles: { start: ['ogi2019:31'], limit: ['ogi2019:33(2)'] } })
  const facts = clockFacts(plainDate('2026-09-14'), {
    pauses: [pause('third_party', plainDate('2026-09-22'), plainDate('2026-10-13'))],
  })
  const clock = runClock(rules, facts, calendar)
  if (!clock.ok) throw new Error('the clock of the design runs')
  return clock.value
}

describe('dayGridOf', () => {
  it('draws whole weeks from the start to the due date, numbered as the ledger counts', () => {
    const weeks = dayGridOf({ clock: asked(), promisedDue: plainDate('2026-10-23'), today })
    const cells = weeks.flatMap((week) => week.days)
    expect(cells.length % 7).toBe(0)
    expect([cells[0]?.date, cells.at(-1)?.date]).toEqual(['2026-09-14', '2026-11-01'])
    expect(cells.find(({ isDue }) => isDue)).toMatchObject({ date: '2026-10-30', ledger: { number: 20 } })
    expect(cells.find(({ isToday }) => isToday)).toMatchObject({ date: '2026-10-14', ledger: { number: 8 } })
    expect(cells.find(({ isPromised }) => isPromised)?.ledger?.number).toBe(15)
    expect(weeks.map(({ month }) => month)).toEqual([9, null, null, 10, null, null, null])
  })

  it('names the month of the first day even when its week began in the month before', () => {
    const { statutory } = serviceClocks(
      { kind: '行政许可', statutoryDays: 20, promisedDays: null, dayUnit: 'workday' },
      plainDate('2026-09-01'),
      calendar,
    )
    if (statutory === null) throw new Error('a licence has a limit')
    expect(dayGridOf({ clock: statutory, promisedDue: null, today }).map(({ month }) => month)[0]).toBe(9)
  })

  it('says each day in words', () => {
    const cells = dayGridOf({ clock: asked(), promisedDue: null, today }).flatMap((week) => week.days)
    const words = (date: string) => cells.filter((cell) => cell.date === date).map(dayText)[0]
    expect(words('2026-09-14')).toBe('2026-09-14 周一，起算日，当日不计')
    expect(words('2026-09-20')).toBe('2026-09-20 周日，国庆节调休上班，计入，第 5 日')
    expect(words('2026-10-10')).toBe('2026-10-10 周六，国庆节调休上班，暂停，不计入')
    expect(words('2026-10-30')).toBe('2026-10-30 周五，计入，第 20 日，到期')
  })
})

describe('moveDay', () => {
  it('walks by days and weeks and stays inside', () => {
    const [first, last] = [plainDate('2026-09-14'), plainDate('2026-11-01')]
    const from = (key: string, date: string) => moveDay(key, plainDate(date), first, last)
    expect(from('ArrowRight', '2026-09-14')).toBe('2026-09-15')
    expect(from('ArrowDown', '2026-09-14')).toBe('2026-09-21')
    expect(from('ArrowUp', '2026-09-14')).toBeNull()
    expect(from('End', '2026-09-14')).toBe(last)
    expect(from('x', '2026-09-14')).toBeNull()
  })
})

describe('ledger in words', () => {
  it('adds up to the days there are', () => {
    expect(sumsText(asked())).toBe('46 个自然日 ＝ 计入 20 ＋ 暂停扣除 10 ＋ 休息日 16')
  })

  it('names each stretch, its reason and its article', () => {
    const clock = asked()
    const rows = ledgerPhasesOf(ledgerOf(clock)).map((phase) => phaseText(clock, phase, 'statutory'))
    expect(rows.map(({ span, title }) => `${span} ${title}`)).toEqual([
      '09-14 周一 收到申请，当日不计',
      '09-15 至 09-22 办理',
      '09-23 至 10-13 暂停：征求第三方意见',
      '10-14 至 10-30 办理',
      '10-30 周五 法定到期',
    ])
    expect(rows[2]?.notes).toContain('政府信息公开条例第三十二条、第三十三条第三款')
    expect(rows[1]?.notes).toContain('09-20 周日 调休上班，计入')
  })

  it('says why and what is still open', () => {
    const clock = asked()
    expect(whyText(clock)).toMatch(/^收到申请当日不计，次日起算。09-23 至 10-13 暂停：征求第三方意见；.*日历 2026-1。$/)
    expect(provisionalText(clock)).toBeNull()
    const late = serviceClocks(
      { kind: '行政许可', statutoryDays: 20, promisedDays: null, dayUnit: 'workday' },
      plainDate('2026-12-10'),
      calendar,
    ).statutory
    expect(late === null ? null : provisionalText(late)).toContain('2027-01-01')
  })
})
