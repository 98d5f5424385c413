import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { findArticleParts } from '../law/article.ts'
import { aSubject, day, signalsOn, told } from './_testing.ts'
import { defaultRules } from './data/default-rules.ts'
import { onceOnlyNoticeOwed, owedBy } from './owed.ts'
import { findRuleTableProblems, levelCodes, signalLevels } from './rule.ts'
import { obligations, subjectFacts } from './subject-facts.ts'

const [notice] = defaultRules
if (notice === undefined) throw new Error('no rules')

describe('the rule table', () => {
  it('[SUP-1] the table of a new center is sound, has a rule for every obligation, and cites articles that exist', () => {
    expect(findRuleTableProblems(defaultRules)).toEqual([])
    const watched = defaultRules.flatMap(({ trigger }) => (trigger.kind === 'owed_late' ? [trigger.what] : []))
    expect([...watched].sort()).toEqual([...obligations].sort())
    for (const { article } of defaultRules) if (article !== null) expect(findArticleParts(article)).not.toBeNull()
  })

  it('[SUP-1] versions of a rule run 1, 2, 3 over later days about the same thing', () => {
    const at = (version: number, from: string, more: object = {}) => ({ ...notice, version, from: day(from), ...more })
    const problems = (...rules: readonly (typeof notice)[]) => findRuleTableProblems(rules).map(({ code }) => code)
    expect(problems(at(1, '2020-01-01'), at(2, '2021-01-01'))).toEqual([])
    expect(problems(at(1, '2020-01-01'), at(3, '2021-01-01'))).toEqual(['version_missing'])
    expect(problems(at(1, '2020-01-01'), at(1, '2021-01-01'))).toEqual(['version_twice'])
    expect(problems(at(1, '2020-01-01'), at(2, '2020-01-01'))).toEqual(['from_not_later'])
    expect(problems(at(1, '2020-01-01'), at(2, '2021-01-01', { trigger: { kind: 'promise_passed' } }))).toEqual([
      'trigger_changed',
    ])
    expect(problems(at(1, '2020-01-01', { trigger: { kind: 'elapsed', percent: 0 } }))).toEqual(['threshold_invalid'])
    expect(problems(at(1, '2020-01-01', { trigger: { kind: 'days_left', days: 0.5 } }))).toEqual(['threshold_invalid'])
  })

  it('[SUP-1] every level has its code of the exchange format', () => {
    expect(signalLevels.map((level) => levelCodes[level])).toEqual(['1', '2', '3', '4'])
  })
})

describe('what is owed beside the limits', () => {
  it('[SUP-9] the once-only notice is owed after five working days, a worked Sunday being one', () => {
    expect(onceOnlyNoticeOwed(day('2026-09-14'), null, calendar).due).toBe('2026-09-20')
  })

  it('[SUP-9] each is raised the day after, by its own rule, and not when it was done in time', () => {
    const due = day('2026-09-17')
    const late = subjectFacts('s', { owed: obligations.map((what, n) => owedBy(what, n, due, null)) })
    expect(signalsOn(late, '2026-09-17')).toEqual([])
    expect(told(signalsOn(late, '2026-09-18'))).toEqual([
      'JC-10 red 2026-09-18',
      'JC-11 red 2026-09-18',
      'JC-23 red 2026-09-18',
      'JC-24 red 2026-09-18',
      'JC-26 red 2026-09-18',
      'JC-04 yellow 2026-09-18',
      'JC-08 yellow 2026-09-18',
      'JC-09 yellow 2026-09-18',
      'JC-12 yellow 2026-09-18',
      'JC-13 yellow 2026-09-18',
      'JC-15 yellow 2026-09-18',
      'JC-16 yellow 2026-09-18',
      'JC-17 yellow 2026-09-18',
      'JC-18 yellow 2026-09-18',
      'JC-20 yellow 2026-09-18',
      'JC-21 yellow 2026-09-18',
      'JC-27 yellow 2026-09-18',
      'JC-14 warning 2026-09-18',
      'JC-19 warning 2026-09-18',
      'JC-22 warning 2026-09-18',
      'JC-25 warning 2026-09-18',
      'JC-28 notice 2026-09-18',
      'JC-29 notice 2026-09-18',
    ])
    const inTime = aSubject({}, { owed: [owedBy('forwarding', 1, due, due)] })
    expect(signalsOn(inTime, '2026-09-23')).toEqual([])
  })
})
