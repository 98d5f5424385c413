import { describe, expect, it } from 'vitest'
import { calendar, day } from '../../register/_testing.ts'
import { aResult, addPower, registerOn } from '../register/_testing.ts'
import { aContent, aDraft, aPublished, aReview, publicationOn } from './_testing.ts'
import { type FreshnessRule, columnStandings, columnUpdates, usualFreshnessRules } from './freshness.ts'
import { findCategory } from './categories.ts'
import { enforcementUpdates, findMissedMonths } from './monthly-enforcement.ts'

const rule = (over: Partial<FreshnessRule> = {}): FreshnessRule => ({
  id: 'r',
  category: '20-06',
  organ: null,
  every: { months: 1 },
  source: '按月公开',
  ...over,
})
const update = (updatedOn: string, category = '20-06-01', organ = '青岚县市场监督管理局') => ({
  category,
  organ,
  updatedOn: day(updatedOn),
})
const stale = (rules: readonly FreshnessRule[], updates: readonly ReturnType<typeof update>[], today: string) =>
  columnStandings(rules, updates, day(today), calendar).flatMap(({ rule: { id }, lastOn, owedBy, stale: isStale }) =>
    isStale || lastOn === null ? [[id, lastOn, owedBy]] : [],
  )

describe('freshness of the columns', () => {
  it('[PUB-24] a column is stale when its period passed without an update, and not on its last day', () => {
    const updates = [update('2026-10-31'), update('2026-09-01')]
    expect(stale([rule()], updates, '2026-11-30')).toEqual([])
    expect(stale([rule()], updates, '2026-12-01')).toEqual([['r', '2026-10-31', '2026-11-30']])
    const workdays = rule({ every: { workdays: 5 } })
    expect(stale([workdays], [update('2026-09-30')], '2026-10-13')).toEqual([])
    expect(stale([workdays], [update('2026-09-30')], '2026-10-14')).toEqual([['r', '2026-09-30', '2026-10-13']])
  })

  it('[PUB-24] what lies below a column counts for it, what lies beside it or in the future does not', () => {
    expect(stale([rule()], [update('2026-11-20', '20-06-02')], '2026-11-30')).toEqual([])
    expect(stale([rule()], [update('2026-11-20', '20-07')], '2026-11-30')).toEqual([['r', null, null]])
    expect(stale([rule()], [update('2026-12-20')], '2026-11-30')).toEqual([['r', null, null]])
    expect(stale([rule({ organ: '青岚县水务局' })], [update('2026-11-20')], '2026-11-30')).toEqual([['r', null, null]])
    // It is said to have none; that is not late.
    expect(columnStandings([rule()], [], day('2026-11-30'), calendar)).toMatchObject([{ lastOn: null, stale: false }])
  })

  it('[PUB-24] every release and correction of an entry is an update, a draft is none', () => {
    const corrected = publicationOn('2026-11-09').done(aPublished(), {
      kind: 'publication.correct',
      content: aContent({ summary: '更正' }),
      reason: '有误',
      by: 'own_check',
      review: aReview(),
    })
    const draft = publicationOn('2026-11-02').done(null, aDraft())
    expect(columnUpdates([corrected, draft])).toEqual([
      { category: '20-07', organ: '青岚县财政局', updatedOn: '2026-11-02' },
      { category: '20-07', organ: '青岚县财政局', updatedOn: '2026-11-09' },
    ])
  })

  it('[PUB-24] the usual rules name columns that exist', () => {
    for (const { category, source } of usualFreshnessRules) {
      expect(findCategory(category), category).toBeDefined()
      expect(source).not.toBe('')
    }
    expect(new Set(usualFreshnessRules.map(({ id }) => id)).size).toBe(usualFreshnessRules.length)
  })
})

describe('monthly publication of enforcement results', () => {
  const organs = ['青岚县市场监督管理局', '青岚县水务局']
  const published = (organ: string, publishedOn: string) => ({ organ, publishedOn: day(publishedOn) })

  it('[PUB-25] every month that ended without a publication is named for its organ; the running month is not over', () => {
    const updates = [
      published('青岚县市场监督管理局', '2025-12-31'),
      published('青岚县市场监督管理局', '2026-01-01'),
      published('青岚县水务局', '2026-01-31'),
    ]
    expect(findMissedMonths(organs, updates, day('2025-12-15'), day('2026-02-28'))).toEqual([
      { organ: '青岚县水务局', month: '2025-12' },
    ])
    expect(findMissedMonths(organs, updates, day('2025-12-15'), day('2026-03-01'))).toEqual([
      { organ: '青岚县市场监督管理局', month: '2026-02' },
      { organ: '青岚县水务局', month: '2025-12' },
      { organ: '青岚县水务局', month: '2026-02' },
    ])
    expect(findMissedMonths(organs, [], day('2026-02-01'), day('2026-02-28'))).toEqual([])
  })

  it('[PUB-25] results of the register count by the day they were published, mistakes do not', () => {
    const desk = registerOn('2026-11-02')
    const result = (publishedOn: string | null) =>
      desk.done(
        null,
        addPower({ register: 'enforcement_results', values: aResult({ decidedOn: '2026-09-01', publishedOn }) }),
      )
    const mistake = desk.done(result('2026-09-20'), {
      kind: 'register.withdraw',
      from: day('2026-11-02'),
      change: 'error',
      reason: '重复',
      into: null,
    })
    const entries = [result('2026-10-08'), result(null), mistake, desk.done(null, addPower())]
    expect(enforcementUpdates(entries)).toEqual([{ organ: '青岚县市场监督管理局', publishedOn: '2026-10-08' }])
    expect(
      findMissedMonths(['青岚县市场监督管理局'], enforcementUpdates(entries), day('2026-09-01'), day('2026-11-02')),
    ).toEqual([{ organ: '青岚县市场监督管理局', month: '2026-09' }])
  })
})
