import { describe, expect, it } from 'vitest'
import { outcomes } from '../report/outcome.ts'
import { aDraft, day } from './_testing.ts'
import { remediesOf } from './remedies.ts'

const first = (outcome: (typeof outcomes)[number], on: string): boolean =>
  remediesOf(aDraft({ outcome }), day(on)).reconsiderationFirst

describe('remedies by decision and law date', () => {
  it('[DIS-24] since 2024-01-01 refusals under arts 14 to 16 go to reconsideration first, and nothing else does', () => {
    expect(outcomes.filter((outcome) => first(outcome, '2024-01-01'))).toEqual([
      'deny_secret',
      'deny_law',
      'deny_safety',
      'deny_third',
      'deny_internal',
      'deny_process',
      'deny_case',
    ])
    expect(outcomes.filter((outcome) => first(outcome, '2023-12-31'))).toEqual([])
    expect(remediesOf(aDraft({ outcome: 'deny_secret' }), day('2024-01-01'))).toMatchObject({
      litigation: null,
      firstArticles: ['reconsideration:23(1)(4)', 'reconsideration:23(2)'],
    })
  })

  it('[DIS-24] a partial disclosure goes first for what it withholds on these grounds', () => {
    const withheld = (outcome: (typeof outcomes)[number], article: 'ogi2019:15' | 'ogi2019:36(1)(7)') =>
      remediesOf(
        aDraft({ outcome: 'partial', parts: [{ kind: 'withheld', what: '报价', outcome, article, reason: '理由' }] }),
        day('2026-03-20'),
      ).reconsiderationFirst
    expect(withheld('deny_third', 'ogi2019:15')).toBe(true)
    expect(withheld('deny_query', 'ogi2019:36(1)(7)')).toBe(false)
  })

  it('[DIS-24] reconsideration within 60 days, a suit within six months, after reconsideration within 15 days', () => {
    expect(remediesOf(aDraft(), day('2026-03-20'))).toMatchObject({
      complaint: 'ogi2019:51',
      reconsideration: { length: 60, unit: 'day', article: 'reconsideration:20', recalled: false },
      litigation: { length: 6, unit: 'month', article: 'litigation:46', recalled: false },
      afterReconsideration: { length: 15, unit: 'day', article: 'litigation:45', recalled: false },
    })
  })

  it('[DIS-24] until 2015-04-30 a suit was to be brought within three months, and the old articles say that they were recalled', () => {
    expect(remediesOf(aDraft(), day('2015-04-30'))).toMatchObject({
      litigation: { length: 3, unit: 'month', article: 'litigation1989:39', recalled: true },
      afterReconsideration: { recalled: true },
      reconsideration: { article: 'reconsideration1999:9', recalled: true },
    })
    expect(remediesOf(aDraft(), day('2015-05-01')).litigation).toMatchObject({ length: 6, recalled: false })
  })
})
