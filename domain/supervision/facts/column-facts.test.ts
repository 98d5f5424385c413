import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'
import { day, signalsOn, told } from '../_testing.ts'
import { columnFacts, monthlyFacts } from './column-facts.ts'

const update = (category: string, updatedOn: string, organ = '青岚县财政局') => ({
  category,
  organ,
  updatedOn: day(updatedOn),
})

describe('what a column or an organ owes as a whole', () => {
  it('[SUP-26] a column that stood still beyond its period is spoken of from the day after, one without any entry never', () => {
    const updates = [update('20-07', '2025-11-02')]
    expect(columnFacts(updates, day('2026-11-02'), calendar)).toEqual([])
    const [stale, ...others] = columnFacts(updates, day('2026-11-03'), calendar)
    if (stale === undefined) throw new Error('not stale')
    expect(others).toEqual([])
    expect(stale).toMatchObject({ title: '财政预算、决算信息', organ: null, facts: { id: 'column:budget' } })
    expect(told(signalsOn(stale.facts, '2026-11-03'))).toEqual(['JC-25 warning 2026-11-03'])
  })

  it('[SUP-26] each month without an enforcement result is spoken of for its organ, once it is over', () => {
    const published = (organ: string, publishedOn: string) => ({ organ, publishedOn: day(publishedOn) })
    const updates = [published('青岚县水务局', '2026-08-15'), published('青岚县水务局', '2026-10-01')]
    const [water] = monthlyFacts(updates, day('2026-11-30'))
    if (water === undefined) throw new Error('nothing missed')
    expect(water.organ).toBe('青岚县水务局')
    expect(told(signalsOn(water.facts, '2026-11-30'))).toEqual(['JC-27 yellow 2026-10-01'])
    const later = monthlyFacts(updates, day('2026-12-01'))[0]
    expect(told(signalsOn(later?.facts ?? water.facts, '2026-12-01'))).toEqual([
      'JC-27 yellow 2026-10-01',
      'JC-27 yellow 2026-12-01',
    ])
    // A year back, and never before the organ's own first result.
    expect(monthlyFacts([published('青岚县水务局', '2020-01-01')], day('2026-12-15'))[0]?.facts.owed).toHaveLength(12)
    expect(monthlyFacts([], day('2026-12-15'))).toEqual([])
  })
})
