import { describe, expect, it } from 'vitest'
import { reportCategories } from '../case/applicant.ts'
import { findArticleParts } from '../law/article.ts'
import { categoryNames, outcomeNames } from './data/official-names.ts'
import reports from './fixtures/annual-reports.json' with { type: 'json' }
import { groupOf, isOutcome, outcomeArticles, outcomeGroups, outcomes, outcomesOf } from './outcome.ts'
import { reportRows } from './table.ts'

const rowsOf = (id: string) => Object.keys(reports.find((report) => report.id === id)?.table3 ?? {})

describe('outcomes', () => {
  it('[RPT-1] are the 21 rows of results of a published report, in its order', () => {
    expect(outcomes).toHaveLength(21)
    expect(rowsOf('AR001')).toEqual(reportRows('2021'))
    expect(rowsOf('AR001').slice(2, -2)).toEqual(outcomes)
    expect(reports[0]?.columns).toEqual([...reportCategories.map((category) => categoryNames[category]), '总计'])
  })

  it('[RPT-1] of 2019 have （六） in one row', () => {
    expect(rowsOf('AR007')).toEqual(reportRows('2019'))
  })

  it('[RPT-1] fall into six groups, in order and without gap', () => {
    expect(outcomeGroups.flatMap(outcomesOf)).toEqual(outcomes)
    expect(outcomeGroups.map((group) => outcomesOf(group).length)).toEqual([1, 1, 8, 3, 5, 3])
    expect(groupOf('deny_query')).toBe('denied')
  })

  it('[RPT-1] cite articles that can be read, and each has its own name', () => {
    for (const outcome of outcomes)
      for (const article of outcomeArticles[outcome]) expect(findArticleParts(article)).not.toBeNull()
    expect(new Set(outcomes.map((outcome) => `${groupOf(outcome)} ${outcomeNames[outcome]}`)).size).toBe(21)
  })

  it('[RPT-1] a word that is none of them is no outcome', () => {
    for (const word of ['', 'total', 'other_all', 'new', 'Granted', 'deny']) expect(isOutcome(word), word).toBe(false)
    for (const outcome of outcomes) expect(isOutcome(outcome)).toBe(true)
  })
})
