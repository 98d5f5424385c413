import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aSubject, day } from '../supervision/_testing.ts'
import { findRuleTableProblems } from '../supervision/rule.ts'
import { signalsOf } from '../supervision/signals.ts'
import { shippedTable, supervisionSet, version } from './_testing.ts'
import type { SettingsHistory } from './center-settings.ts'
import { supervisionRules } from './supervision-rules.ts'

const changed = (id: string, over: object) => shippedTable.map((rule) => (rule.id === id ? { ...rule, ...over } : rule))
const versionsOfRule = (history: SettingsHistory, id: string) =>
  supervisionRules(history)
    .filter((rule) => rule.id === id)
    .map(({ version: n, from, level }) => [n, from, level])

describe('the table of supervision of a center', () => {
  it('[SET-5] has a new version of a rule where it says something else, and of no other', () => {
    const history = [
      version('2026-07-01', supervisionSet({ rules: changed('JC-03', { level: 'red' }) })),
      version('2026-09-01', supervisionSet({ rules: changed('JC-03', { level: 'red' }) })),
    ]
    expect(versionsOfRule(history, 'JC-03')).toEqual([
      [1, '2008-05-01', 'yellow'],
      [2, '2026-07-01', 'red'],
    ])
    expect(supervisionRules(history)).toHaveLength(shippedTable.length + 1)
    expect(findRuleTableProblems(supervisionRules(history))).toEqual([])
  })

  it('[SET-5] a rule that it leaves out, or names without a level, speaks no more; withdrawn, it speaks again', () => {
    const without = supervisionSet({ rules: shippedTable.filter(({ id }) => id !== 'JC-03') })
    const silent = supervisionSet({ rules: changed('JC-03', { level: null }) })
    for (const set of [without, silent]) {
      const history = [version('2026-07-01', set, '2026-10-01')]
      expect(versionsOfRule(history, 'JC-03')).toEqual([
        [1, '2008-05-01', 'yellow'],
        [2, '2026-07-01', null],
        [3, '2026-10-01', 'yellow'],
      ])
    }
  })

  it('[SET-5] what a rule said before stays, and while it is silent it raises nothing', () => {
    const overdue = aSubject()
    const raised = (history: SettingsHistory, asOf: string) =>
      signalsOf(overdue, day(asOf), supervisionRules(history), calendar).map(({ rule, version: n }) => `${rule}.v${n}`)
    const [last] = signalsOf(overdue, day('2027-06-30'), supervisionRules([]), calendar).filter(
      ({ rule }) => rule === 'JC-03',
    )
    if (last === undefined) throw new Error('the subject is never late')
    const silent = supervisionSet({ rules: changed('JC-03', { level: null }) })
    expect(raised([version('2026-01-01', silent)], '2027-06-30')).not.toContain('JC-03.v1')
    expect(raised([version('2027-05-01', silent)], '2027-06-30')).toContain('JC-03.v1')
  })
})
