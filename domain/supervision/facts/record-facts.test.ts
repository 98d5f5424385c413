import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../../calendar/state-council.ts'
import { agentOn, making, pass } from '../../record/handover/_testing.ts'
import { activeMandate } from '../../record/mandate/_testing.ts'
import { aContent, aDraft, aPublished, aReview, publicationOn } from '../../record/publication/_testing.ts'
import { aResult, addPower, registerOn } from '../../record/register/_testing.ts'
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
    expect(toldOf(entry, '2026-11-09')).toEqual([])
    // The review has five working days of the twenty.
    expect(toldOf(entry, '2026-11-30')).toEqual(['JC-18 yellow 2026-11-10'])
    expect(toldOf(entry, '2026-12-01')).toEqual(['JC-11 red 2026-12-01', 'JC-18 yellow 2026-11-10'])
    const withheld = publicationOn('2026-11-20').done(entry, {
      kind: 'publication.withhold',
      review: aReview({ reviewedOn: day('2026-11-20'), findings: { ...aReview().findings, state_secret: 'found' } }),
      ground: 'state_secret',
      nextBy: day('2027-11-20'),
    })
    // What was late stays late, and of a withheld entry the publication is owed no more.
    expect(toldOf(withheld, '2027-01-05')).toEqual(['JC-18 yellow 2026-11-10'])
    expect(toldOf(aPublished(), '2027-01-05')).toEqual([])
    expect(toldOf(aPublished({}, {}, '2026-12-01'), '2027-01-05')).toEqual(['JC-11 red 2026-12-01'])
  })

  it('[SUP-23] a changed version is owed by itself, whatever became of the first', () => {
    const revised = publicationOn('2026-11-20').done(aPublished(), {
      kind: 'publication.revise',
      changedOn: day('2026-11-16'),
      content: aContent({ summary: '调整后的收支安排。' }),
    })
    expect(factsOfRecord(revised, calendar).owed.filter(({ what }) => what === 'publication')).toMatchObject([
      { what: 'publication', n: 1, due: '2026-11-30', doneOn: '2026-11-02' },
      { what: 'publication', due: '2026-12-14', doneOn: null },
    ])
  })

  it('[SUP-25] an interpretation that is missing after three working days is spoken of, and stays late when it comes later', () => {
    const entry = aPublished({ needsInterpretation: true })
    expect(toldOf(entry, '2026-11-05')).toEqual([])
    expect(toldOf(entry, '2026-11-06')).toEqual(['JC-21 yellow 2026-11-06'])
    const interpreted = (publishedOn: string) =>
      publicationOn('2026-11-09').done(entry, {
        kind: 'publication.interpret',
        interpretation: {
          title: '一图读懂预算',
          link: 'https://qinglan.example/jd/9',
          publishedOn: day(publishedOn),
        },
      })
    expect(toldOf(interpreted('2026-11-05'), '2026-12-01')).toEqual([])
    expect(toldOf(interpreted('2026-11-09'), '2026-12-01')).toEqual(['JC-21 yellow 2026-11-06'])
  })

  it('[SUP-25] a deposit is owed until both places have signed for the version', () => {
    const handedTo = (place: 'archive' | 'library', listNo: string) =>
      [
        { kind: 'publication.hand_over_on_list', place, receiver: '某馆', copies: 1, listNo },
        {
          kind: 'publication.deposit_receipt',
          listNo,
          place,
          receiptNo: '收1',
          receivedBy: '王芳',
          receivedOn: day('2027-04-30'),
        },
      ] as const
    const desk = publicationOn('2027-04-30')
    const one = desk.done(aPublished(), ...handedTo('archive', 'YJ-1'))
    expect(toldOf(one, '2027-05-02')).toEqual([])
    expect(toldOf(one, '2027-05-03')).toEqual(['JC-22 warning 2027-05-03'])
    expect(toldOf(desk.done(one, ...handedTo('library', 'YJ-2')), '2027-06-01')).toEqual([])
  })

  it('[SUP-25] what is withheld is spoken of when it is not looked at again by its day', () => {
    const submitted = publicationOn('2026-11-02').done(null, aDraft(), { kind: 'publication.submit' })
    const withheld = publicationOn('2026-11-02').done(submitted, {
      kind: 'publication.withhold',
      review: aReview({ findings: { ...aReview().findings, process: 'found' } }),
      ground: 'process',
      nextBy: day('2027-03-01'),
    })
    expect(toldOf(withheld, '2027-03-01')).toEqual([])
    expect(toldOf(withheld, '2027-03-02')).toEqual(['JC-20 yellow 2027-03-02'])
    const kept = publicationOn('2027-03-08').done(withheld, {
      kind: 'publication.reevaluate',
      result: 'keep',
      basis: '仍在讨论',
      nextBy: day('2028-03-01'),
    })
    expect(toldOf(kept, '2027-12-01')).toEqual(['JC-20 yellow 2027-03-02'])
    expect(toldOf(kept, '2028-03-02')).toEqual(['JC-20 yellow 2027-03-02', 'JC-20 yellow 2028-03-02'])
  })

  it('[SUP-25] a penalty is to be taken down when its decision fell, and after its last day', () => {
    const penalty = { class: 'minor', decidedOn: day('2026-11-02'), restrictedUntil: null } as const
    const entry = aPublished({ category: '20-06-01', penalty })
    expect(toldOf(entry, '2027-02-03')).toEqual([])
    expect(toldOf(entry, '2027-02-04')).toEqual(['JC-24 red 2027-02-04'])
    const fell = publicationOn('2026-11-16').done(entry, {
      kind: 'publication.decision_changed',
      how: 'revoked',
      changedOn: day('2026-11-16'),
      basis: '行政复议决定',
    })
    expect(toldOf(fell, '2026-11-20')).toEqual(['JC-23 red 2026-11-20'])
    const down = publicationOn('2026-11-19').done(fell, {
      kind: 'publication.withdraw',
      ground: 'decision_changed',
      reason: '决定被撤销',
    })
    expect(toldOf(down, '2027-12-01')).toEqual([])
  })

  it('[SUP-25] an enforcement result of the register is spoken of while it is unpublished, or public for too long', () => {
    const result = (publishedOn: string | null) =>
      registerOn('2026-11-02').done(
        null,
        addPower({ register: 'enforcement_results', values: aResult({ decidedOn: '2026-11-02', publishedOn }) }),
      )
    expect(toldOf(result(null), '2026-11-30')).toEqual([])
    expect(toldOf(result(null), '2026-12-01')).toEqual(['JC-26 red 2026-12-01'])
    expect(toldOf(result('2026-11-02'), '2027-01-01')).toEqual([])
  })

  it('[SUP-23] of other records nothing is watched here', () => {
    expect(factsOfRecord(activeMandate(), calendar)).toMatchObject({ owed: [], charges: [], refusals: [] })
  })
})
