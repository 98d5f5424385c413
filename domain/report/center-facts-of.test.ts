import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aDisclosureIntake, aServiceIntake, aSnapshot, actingOn, day } from '../case/_testing.ts'
import type { CaseState } from '../case/case-state.ts'
import { centerFactsOf } from './center-facts-of.ts'

const monday = day('2026-09-14')
const accepted = (intake: Parameters<typeof aServiceIntake>[0] = {}): CaseState =>
  actingOn(monday).done(null, { kind: 'service.accept', intake: aServiceIntake(intake) })
const caseOf = (state: CaseState) => centerFactsOf([state], [], calendar).cases[0]

describe('what the report of a center counts', () => {
  it('[RPT-26] of a service request: organ, channel, both limits and the working days used', () => {
    expect(caseOf(accepted())).toEqual({
      kind: 'service',
      organ: '青岚县卫生健康局',
      channel: 'window',
      instant: false,
      byAgent: false,
      receivedOn: '2026-09-14',
      acceptedOn: '2026-09-14',
      closedOn: null,
      statutoryDays: 20,
      promisedDays: 10,
      actualDays: null,
      promisedDue: '2026-09-28',
      statutoryDue: '2026-10-16',
    })
    // 2026-09-20 is a worked Sunday.
    expect(caseOf({ ...accepted(), clockStop: day('2026-09-21') })).toMatchObject({
      closedOn: '2026-09-21',
      actualDays: 6,
    })
  })

  it('[RPT-26] of an agent’s request on an instant item, and of limits in calendar days', () => {
    const item = aSnapshot({ kind: '行政确认', handling: 'instant', dayUnit: 'day' })
    expect(caseOf({ ...accepted({ item, channel: 'agent' }), clockStop: monday })).toMatchObject({
      channel: 'agent',
      byAgent: true,
      instant: true,
      statutoryDays: null,
      promisedDays: null,
      actualDays: null,
    })
  })

  it('[RPT-26] of a disclosure request: no promise, the limit of the Regulation', () => {
    const registered = actingOn(monday).done(null, { kind: 'disclosure.register', intake: aDisclosureIntake() })
    expect(caseOf(registered)).toMatchObject({
      kind: 'disclosure',
      channel: 'in_person',
      statutoryDays: 20,
      promisedDays: null,
      promisedDue: null,
      statutoryDue: '2026-10-16',
    })
  })

  it('[RPT-26] ratings of cases of every kind, and items as they are given', () => {
    const rating = { level: 2, channel: 'phone', tags: [], comment: null, anonymous: false, on: monday } as const
    const items = [{ organ: '某局', statutoryDays: 20, promisedDays: 10 }]
    const facts = centerFactsOf([accepted(), { ...accepted(), rating }], items, calendar)
    expect(facts.ratings).toEqual([{ on: monday, level: 2 }])
    expect(facts.items).toBe(items)
    expect(facts.contacts).toEqual([])
  })
})
