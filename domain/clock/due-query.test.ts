import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import type { DueAnswer } from './answer-due.ts'
import { answerDue } from './answer-due.ts'
import { parseDueQuery } from './parse-due-query.ts'

const parse = (line: string) => parseDueQuery(line.split(' ').filter((word) => word !== ''))
const problems = (line: string) => {
  const result = parse(line)
  return result.ok ? [] : result.error.map(({ code, option, value }) => [code, option, value])
}
const answer = (line: string): DueAnswer => {
  const query = parse(line)
  if (!query.ok) throw new Error(JSON.stringify(query.error))
  const result = answerDue(query.value, calendar)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('due on the command line', () => {
  it('[CLK-21] reads receipt, limit, pauses, fresh start and extension', () => {
    const result = parse(
      '--received 2026-03-02 --days=20 --unit day --pause 2026-03-06..2026-03-20 --pause=2026-03-25.. --restart 2026-03-03 --extend 5 --json',
    )
    expect(result).toMatchObject({
      ok: true,
      value: {
        rules: { days: 20, unit: 'day' },
        facts: {
          start: '2026-03-02',
          pauses: [
            { from: '2026-03-06', to: '2026-03-20' },
            { from: '2026-03-25', to: null },
          ],
          restarts: [{ on: '2026-03-03' }],
          extension: { days: 5 },
        },
        json: true,
      },
    })
    expect(parse('--received 2026-03-02 --days 20')).toMatchObject({
      value: {
        rules: { unit: 'workday' },
        facts: { pauses: [], restarts: [], extension: null },
        dir: null,
        json: false,
      },
    })
    expect(parse('--received 2026-03-02 --days 20 --dir desk')).toMatchObject({ value: { dir: 'desk' } })
  })

  it('[CLK-21] names every mistake at once, with option and value', () => {
    expect(problems('')).toEqual([
      ['missing_option', '--received', null],
      ['missing_option', '--days', null],
    ])
    expect(problems('--received 2026-02-30 --days 0 --unit week')).toEqual([
      ['date_invalid', '--received', '2026-02-30'],
      ['days_invalid', '--days', '0'],
      ['unit_invalid', '--unit', 'week'],
    ])
    for (const days of ['-5', '1.5', '3651', '20x', '１０']) {
      expect(problems(`--received 2026-03-02 --days=${days}`), days).toEqual([['days_invalid', '--days', days]])
    }
  })

  it('[CLK-21] refuses words and options it does not know, repeated options and options without a value', () => {
    const line = '--received 2026-03-02 --days 20'
    expect(problems(`${line} today`)).toEqual([['unexpected_argument', 'today', null]])
    expect(problems(`${line} --pauze 2026-03-06..2026-03-20`)).toEqual([['unknown_option', '--pauze', null]])
    expect(problems(`${line} --days 30`)).toEqual([['repeated_option', '--days', '30']])
    expect(problems(`${line} --extend`)).toEqual([['missing_value', '--extend', null]])
    expect(problems('--received --days 20')).toEqual([['missing_value', '--received', null]])
    expect(problems(`${line} --unit=`)).toEqual([['missing_value', '--unit', null]])
  })

  it('[CLK-21] refuses a pause that is no A..B', () => {
    const pause = (text: string) => problems(`--received 2026-03-02 --days 20 --pause ${text}`)
    expect(pause('2026-03-06')).toEqual([['pause_invalid', '--pause', '2026-03-06']])
    expect(pause('2026-03-06..2026-03-07..2026-03-08')).toMatchObject([
      ['pause_invalid', '--pause', expect.any(String)],
    ])
    expect(pause('2026-03-06..2026-02-30')).toEqual([['date_invalid', '--pause', '2026-02-30']])
    expect(pause('..2026-03-07')).toEqual([['date_invalid', '--pause', '']])
  })

  it('[CLK-22] 2024-09-20 and 20 days with a pause from 09-27 to 10-09 is due on 2024-10-29, with its ledger', () => {
    const result = answer('--received 2024-09-20 --days 20 --pause 2024-09-27..2024-10-09')
    expect(result).toMatchObject({
      due: '2024-10-29',
      provisional: false,
      provisionalFrom: null,
      workdays: 20,
      calendar: '2026-1',
    })
    expect(Object.keys(result).sort()).toEqual([
      'calendar',
      'due',
      'ledger',
      'provisional',
      'provisionalFrom',
      'workdays',
    ])
    const paused = result.ledger.filter(({ kind }) => kind === 'paused')
    expect(paused.reduce((sum, { days }) => sum + days, 0)).toBe(4)
    expect(JSON.parse(JSON.stringify(result))).toEqual(result)
  })

  it('[CLK-22] 2026-12-10 and 20 days is provisionally due on 2027-01-07', () => {
    expect(answer('--received 2026-12-10 --days 20')).toMatchObject({
      due: '2027-01-07',
      provisional: true,
      provisionalFrom: '2027-01-01',
    })
  })

  it('[CLK-22] an open pause has no due date, and contradictory facts are refused with their code', () => {
    expect(answer('--received 2026-03-02 --days 20 --pause 2026-03-06..')).toMatchObject({ due: null, workdays: null })
    const query = parse('--received 2026-03-02 --days 20 --pause 2026-03-20..2026-03-06')
    if (!query.ok) throw new Error('refused')
    expect(answerDue(query.value, calendar)).toMatchObject({ ok: false, error: [{ code: 'resume_before_pause' }] })
  })
})
