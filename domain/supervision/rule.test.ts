import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { findArticleParts } from '../law/article.ts'
import { aSubject, day, signalsOn, told } from './_testing.ts'
import { defaultRules } from './data/default-rules.ts'
import { owedBy, owedSince } from './owed.ts'
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
  it('[SUP-9] notice, delivery, publication, acceptance of complaints and forwarding are owed after their working days', () => {
    const from = day('2026-09-14')
    const due = (what: Parameters<typeof owedSince>[0]) => owedSince(what, 1, from, null, calendar).due
    expect(due('forwarding')).toBe('2026-09-17')
    expect(due('once_only_notice')).toBe('2026-09-20')
    expect(due('complaint_acceptance')).toBe('2026-09-20')
    expect(due('correction_notice')).toBe('2026-09-22')
    expect(due('result_delivery')).toBe('2026-09-28')
    expect(due('publication')).toBe('2026-10-16')
  })

  it('[SUP-9] a center can set days of its own', () => {
    const days = {
      once_only_notice: 5,
      correction_notice: 7,
      result_delivery: 10,
      publication: 20,
      complaint_acceptance: 5,
      forwarding: 1,
    }
    expect(owedSince('forwarding', 1, day('2026-09-14'), null, calendar, days).due).toBe('2026-09-15')
  })

  it('[SUP-9] each is raised the day after, by its own rule, and not when it was done in time', () => {
    const due = day('2026-09-17')
    const late = subjectFacts('s', { owed: obligations.map((what, n) => owedBy(what, n, due, null)) })
    expect(signalsOn(late, '2026-09-17')).toEqual([])
    expect(told(signalsOn(late, '2026-09-18'))).toEqual([
      'JC-10 red 2026-09-18',
      'JC-11 red 2026-09-18',
      'JC-04 yellow 2026-09-18',
      'JC-08 yellow 2026-09-18',
      'JC-09 yellow 2026-09-18',
      'JC-12 yellow 2026-09-18',
      'JC-13 yellow 2026-09-18',
      'JC-15 yellow 2026-09-18',
      'JC-16 yellow 2026-09-18',
      'JC-14 warning 2026-09-18',
    ])
    const inTime = aSubject({}, { owed: [owedBy('forwarding', 1, due, due)] })
    expect(signalsOn(inTime, '2026-09-23')).toEqual([])
  })
})
