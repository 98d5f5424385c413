import { describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from '../calendar/state-council.ts'
import { aMaterial, anItem, aServiceIntake, aSnapshot, day, missing } from '../case/_testing.ts'
import { centerFactsOf } from '../report/center-facts-of.ts'
import { accept, approve, claim, go, pass, serviceAfter, signed, special, specialDone } from './_testing.ts'
import { offeredItems } from './report-facts.ts'

const factsOf = (...states: readonly ReturnType<typeof serviceAfter>[]) => centerFactsOf(states, [], calendar).cases

describe('facts for the report of the center', () => {
  it('[SRV-45] a request is done with its decision, and days that do not count are not among those used', () => {
    const decided = go(
      serviceAfter(['2026-09-28', accept()]),
      ['2026-09-29', claim],
      ['2026-10-08', special],
      ['2026-10-13', specialDone],
      ['2026-10-14', pass],
      ['2026-10-15', approve],
    )
    const delivered = go(decided, [
      '2026-11-20',
      { kind: 'service.deliver', receivedOn: day('2026-11-20'), proof: signed },
    ])
    // 09-29, 09-30, 10-08; 10-09 to 10-13 in the laboratory; 10-14, 10-15.
    for (const state of [decided, delivered])
      expect(factsOf(state)).toMatchObject([
        {
          receivedOn: '2026-09-28',
          acceptedOn: '2026-09-28',
          closedOn: '2026-10-15',
          actualDays: 5,
          statutoryDays: 20,
          promisedDays: 10,
          promisedDue: '2026-10-22',
        },
      ])
  })

  it('[SRV-45] what was refused or withdrawn before acceptance is received and closed, and has no days', () => {
    const intake = aServiceIntake({ materials: [aMaterial(missing)], channel: 'agent' })
    const withdrawn = serviceAfter(
      ['2026-09-28', { kind: 'service.notice', intake, correctBy: null }],
      ['2026-09-29', { kind: 'service.withdraw', reason: '不再办理' }],
    )
    expect(factsOf(withdrawn)).toMatchObject([
      { acceptedOn: null, closedOn: '2026-09-29', actualDays: null, byAgent: true, channel: 'agent' },
    ])
  })

  // Sunday 2026-09-20 is worked.
  it('[SRV-45] deemed acceptance counts from the day of arrival', () => {
    const intake = aServiceIntake({ arrivedOn: day('2026-09-14'), item: aSnapshot({ promisedDays: 5 }) })
    expect(factsOf(serviceAfter(['2026-09-28', { kind: 'service.accept_deemed', intake }]))).toMatchObject([
      { receivedOn: '2026-09-14', acceptedOn: '2026-09-14', promisedDue: '2026-09-20', closedOn: null },
    ])
  })

  it('[SRV-45] items count while they are offered, with limits in working days', () => {
    const version = { status: 'suspended', effectiveFrom: null, cancelledFrom: null } as const
    const items = [
      anItem(),
      anItem({ details: { version } }),
      anItem({ kind: '行政确认', dayUnit: 'day' }),
      anItem({ statutoryDays: null, joint: true }),
    ]
    expect(
      offeredItems(items, day('2026-09-28')).map(({ statutoryDays, promisedDays }) => [statutoryDays, promisedDays]),
    ).toEqual([
      [20, 10],
      [null, null],
      [45, 10],
    ])
  })
})
