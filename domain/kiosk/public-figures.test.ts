import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aServiceIntake, aSnapshot, actingOn, anApplicant, day } from '../case/_testing.ts'
import type { CaseState } from '../case/case-state.ts'
import { addDays } from '../plain-date.ts'
import { countFigures, figuresSince } from './public-figures.ts'

const today = day('2026-09-28')
const secrets = { name: '慕容惜文', idNumber: '990000199001010017', phone: '13700005521', address: '石桥村 9 号' }
const intake = (organ = '青岚县卫生健康局') =>
  aServiceIntake({ applicant: anApplicant(secrets), item: aSnapshot({ organ, name: '食品小作坊登记' }) })
const accepted = (on = '2026-09-28', organ?: string): CaseState =>
  actingOn(day(on)).done(null, { kind: 'service.accept', intake: intake(organ) })
const counted = (states: readonly CaseState[], asOf = today) => {
  const counter = countFigures(asOf, calendar, [])
  for (const state of states) counter.add(state)
  return counter.figures()
}
const closed = (state: CaseState, on: string): CaseState => ({ ...state, closedOn: day(on) })
const rated = (state: CaseState, level: 1 | 3 | 5, on: string): CaseState => ({
  ...state,
  rating: { level, channel: 'hall_tablet', tags: [], comment: secrets.name, anonymous: false, on: day(on) },
})

describe('what a hall is told', () => {
  it('[BRD-1] is counted by the day over seven days, the same day apart', () => {
    const { days } = counted([
      accepted(),
      closed(accepted(), '2026-09-28'),
      closed(accepted('2026-09-22'), '2026-09-28'),
      closed(accepted('2026-09-21'), '2026-09-27'),
    ])
    expect(days.map(({ on }) => on)).toEqual([
      '2026-09-22',
      '2026-09-23',
      '2026-09-24',
      '2026-09-25',
      '2026-09-26',
      '2026-09-27',
      '2026-09-28',
    ])
    expect(days.at(0)).toEqual({ on: '2026-09-22', received: 1, closed: 0, handedOver: 0, sameDay: 0 })
    expect(days.at(5)).toMatchObject({ received: 0, closed: 1, sameDay: 0 })
    expect(days.at(6)).toEqual({ on: '2026-09-28', received: 2, closed: 2, handedOver: 0, sameDay: 1 })
  })

  it('[BRD-1] counts a result as handed over on the day it was received', () => {
    const state = accepted('2026-09-22')
    if (state.kind !== 'service') throw new Error('no service request')
    const delivered: CaseState = { ...state, delivery: { ...state.delivery, receivedOn: day('2026-09-25') } }
    expect(counted([delivered]).days.map(({ handedOver }) => handedOver)).toEqual([0, 0, 0, 1, 0, 0, 0])
  })

  it('[BRD-1] says of a department how much is open, and over its promise or the law', () => {
    const at = (on: string) => counted([accepted('2026-09-01'), accepted('2026-09-01', '青岚县司法局')], day(on)).organs
    expect(at('2026-09-02')).toEqual(
      [
        { organ: '青岚县卫生健康局', open: 1, yellow: 0, red: 0 },
        { organ: '青岚县司法局', open: 1, yellow: 0, red: 0 },
      ].sort((a, b) => (a.organ < b.organ ? -1 : 1)),
    )
    expect(at('2026-09-18')).toMatchObject([
      { yellow: 1, red: 0 },
      { yellow: 1, red: 0 },
    ])
    expect(at('2026-10-20')).toMatchObject([
      { yellow: 0, red: 1 },
      { yellow: 0, red: 1 },
    ])
  })

  it('[BRD-1] leaves out what was voided or goes on under another number, and ratings of longer ago', () => {
    const alias: CaseState = { ...accepted(), mergedInto: { caseId: accepted().id, on: today } as never }
    const voided = { ...accepted(), status: 'voided' } as CaseState
    const { days, organs, ratings } = counted([
      alias,
      voided,
      rated(closed(accepted('2026-09-01'), '2026-09-02'), 5, '2026-09-02'),
      rated(closed(accepted('2026-09-01'), '2026-09-02'), 3, '2026-09-03'),
      rated(closed(accepted('2026-07-01'), '2026-09-02'), 1, addDays(figuresSince(today), -1)),
    ])
    expect([days.at(6)?.received, organs]).toEqual([0, []])
    expect(ratings).toEqual({ given: 2, good: 1 })
  })

  it('[BRD-1] whatever a matter holds, only days, numbers and names of departments come out', () => {
    const some = fc.constantFrom(
      accepted(),
      accepted('2026-09-01'),
      rated(accepted(), 1, '2026-09-28'),
      closed(accepted('2026-09-20'), '2026-09-26'),
    )
    const shape = /^\{"asOf":"DAY","days":\[.*\],"organs":\[.*\],"ratings":\{"given":N,"good":N\}\}$/u
    fc.assert(
      fc.property(fc.array(some, { maxLength: 12 }), (states) => {
        const text = JSON.stringify(counted(states))
        for (const secret of [...Object.values(secrets), '食品小作坊登记', ...states.flatMap((s) => [s.id, s.caseNo])])
          expect(text).not.toContain(secret)
        const bare = text.replaceAll(/"\d{4}-\d\d-\d\d"/gu, '"DAY"').replaceAll(/:\d+/gu, ':N')
        expect(bare).toMatch(shape)
        expect(new Set(bare.match(/"[^"]*"/gu))).toEqual(
          new Set([
            ...'"asOf" "DAY" "days" "on" "received" "closed" "handedOver" "sameDay" "organs" "ratings" "given" "good"'.split(
              ' ',
            ),
            ...(bare.includes('"organ"') ? ['"organ"', '"open"', '"yellow"', '"red"', '"青岚县卫生健康局"'] : []),
          ]),
        )
      }),
    )
  })
})
