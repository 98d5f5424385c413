import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'
import { agentOn, making, pass } from '../../record/handover/_testing.ts'
import { activeMandate } from '../../record/mandate/_testing.ts'
import { aContent, aDraft, aPublished, aReview, publicationOn } from '../../record/publication/_testing.ts'
import type { RecordState } from '../../record/record-state.ts'
import { taskAfter, urge } from '../../record/task/_testing.ts'
import { day, signalsOn, told } from '../_testing.ts'
import { factsOfRecord } from './record-facts.ts'

const toldOf = (state: RecordState, asOf: string) => told(signalsOn(factsOfRecord(state, calendar), asOf))

describe('facts of records', () => {
  it('[SUP-23] a task that is not answered in time is itself spoken of', () => {
    const task = taskAfter('2026-09-14', urge)
    expect(toldOf(task, '2026-09-16')).toEqual([])
    expect(toldOf(task, '2026-09-17')).toEqual(['JC-16 yellow 2026-09-17'])
  })

  it('[SUP-23] papers that lie at a station are spoken of', () => {
    const list = agentOn('2026-09-14').done(null, making())
    expect(toldOf(list, '2026-09-18')).toEqual(['JC-15 yellow 2026-09-18'])
    expect(toldOf(agentOn('2026-09-17').done(list, pass('window')), '2026-12-01')).toEqual([])
  })

  it('[SUP-23] what is not published within its limit is spoken of, until it is published or withheld', () => {
    const entry = publicationOn('2026-11-02').done(null, aDraft(), { kind: 'publication.submit' })
    expect(toldOf(entry, '2026-11-30')).toEqual([])
    expect(toldOf(entry, '2026-12-01')).toEqual(['JC-11 red 2026-12-01'])
    const withheld = publicationOn('2026-11-20').done(entry, {
      kind: 'publication.withhold',
      review: aReview({ reviewedOn: day('2026-11-20'), findings: { ...aReview().findings, state_secret: 'found' } }),
      ground: 'state_secret',
      nextBy: day('2027-11-20'),
    })
    expect(toldOf(withheld, '2027-01-05')).toEqual([])
    expect(toldOf(aPublished(), '2027-01-05')).toEqual([])
    expect(toldOf(aPublished({}, {}, '2026-12-01'), '2027-01-05')).toEqual(['JC-11 red 2026-12-01'])
  })

  it('[SUP-23] a changed version is owed by itself, whatever became of the first', () => {
    const revised = publicationOn('2026-11-20').done(aPublished(), {
      kind: 'publication.revise',
      changedOn: day('2026-11-16'),
      content: aContent({ summary: '调整后的收支安排。' }),
    })
    expect(factsOfRecord(revised, calendar).owed).toMatchObject([
      { what: 'publication', n: 1, due: '2026-11-30', doneOn: '2026-11-02' },
      { what: 'publication', due: '2026-12-14', doneOn: null },
    ])
  })

  it('[SUP-23] of other records nothing is watched here', () => {
    expect(factsOfRecord(activeMandate(), calendar)).toMatchObject({ owed: [], charges: [], refusals: [] })
  })
})
