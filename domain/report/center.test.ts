import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import type { RatingLevel } from '../rating/rating.ts'
import type { CenterCase, CenterFacts } from './center-facts.ts'
import { centerReport } from './center.ts'

const [from, to] = [plainDate('2026-10-01'), plainDate('2026-10-31')]

const aCase = (more: Partial<CenterCase> = {}): CenterCase => ({
  kind: 'service',
  organ: '某县民政局',
  channel: 'in_person',
  receivedOn: plainDate('2026-10-12'),
  acceptedOn: plainDate('2026-10-12'),
  closedOn: plainDate('2026-10-14'),
  instant: false,
  statutoryDays: 20,
  promisedDays: 5,
  actualDays: 2,
  promisedDue: plainDate('2026-10-19'),
  statutoryDue: plainDate('2026-11-09'),
  byAgent: false,
  ...more,
})
const reportOf = (facts: Partial<CenterFacts>) =>
  centerReport({ cases: [], contacts: [], ratings: [], items: [], ...facts }, from, to)

describe('the report of a center', () => {
  it('[RPT-19] counts what was received, taken in and closed from the first day to the last', () => {
    const report = reportOf({
      cases: [
        aCase({ receivedOn: plainDate('2026-09-30'), acceptedOn: plainDate('2026-10-01') }),
        aCase({ receivedOn: plainDate('2026-10-01'), instant: true, closedOn: plainDate('2026-10-31') }),
        aCase({
          receivedOn: plainDate('2026-10-31'),
          acceptedOn: null,
          closedOn: null,
          actualDays: null,
          byAgent: true,
        }),
        aCase({ receivedOn: plainDate('2026-10-30'), closedOn: plainDate('2026-11-01'), kind: 'disclosure' }),
        aCase({ receivedOn: plainDate('2026-11-01'), acceptedOn: null, closedOn: null, actualDays: null }),
      ],
    })
    expect(report).toMatchObject({
      received: 3,
      accepted: 3,
      closed: 2,
      open: 2,
      instant: 1,
      byAgent: 1,
      disclosure: 1,
      servedTotal: 3,
    })
  })

  it('[RPT-19] lists channels and organs', () => {
    const report = reportOf({
      cases: [
        aCase({ channel: 'online' }),
        aCase(),
        aCase({ organ: '某县自然资源局', closedOn: plainDate('2026-10-20') }),
        aCase({ organ: '某县发改局', receivedOn: plainDate('2026-09-01') }),
      ],
    })
    expect(report.channels).toEqual([
      { channel: 'in_person', received: 2 },
      { channel: 'online', received: 1 },
    ])
    expect(report.organs).toEqual([
      { organ: '某县发改局', received: 0, closed: 1, overdue: 0 },
      { organ: '某县民政局', received: 2, closed: 2, overdue: 0 },
      { organ: '某县自然资源局', received: 1, closed: 1, overdue: 1 },
    ])
  })

  it('[RPT-20] compares statutory, promised and used days of the same closed cases', () => {
    const { limits } = reportOf({
      cases: [
        aCase(),
        aCase({ actualDays: 5 }),
        aCase({ promisedDays: null }),
        aCase({ closedOn: null, actualDays: null }),
        aCase({ closedOn: plainDate('2026-11-02') }),
      ],
    })
    expect(limits).toEqual({
      count: 2,
      statutoryDays: 40,
      promisedDays: 10,
      promisedCompression: '75.0',
      actualDays: 7,
      actualCompression: '82.5',
    })
  })

  it('[RPT-20] a case is in time on the last day of its promise, or of the law where nothing is promised', () => {
    const { onTime } = reportOf({
      cases: [
        aCase({ closedOn: plainDate('2026-10-19') }),
        aCase({ closedOn: plainDate('2026-10-20') }),
        aCase({ promisedDue: null, statutoryDue: plainDate('2026-10-13') }),
        aCase({ promisedDue: null, statutoryDue: null }),
      ],
    })
    expect(onTime).toEqual({ judged: 3, withinPromised: 1, overPromised: 2, overStatutory: 1, rate: '33.3' })
  })

  it('[RPT-21] counts questions, complaints and ratings', () => {
    const on = plainDate('2026-10-20')
    const later = plainDate('2026-11-02')
    const report = reportOf({
      contacts: [
        { kind: 'consultation', receivedOn: on, answeredOn: on, overdueDays: 1 },
        { kind: 'consultation', receivedOn: on, answeredOn: null, overdueDays: null },
        { kind: 'complaint', receivedOn: on, answeredOn: later, overdueDays: 3 },
        { kind: 'complaint', receivedOn: later, answeredOn: null, overdueDays: null },
      ],
      ratings: ([1, 1, 2, 3, 4, 5] as const satisfies readonly RatingLevel[]).map((level) => ({ on, level })),
    })
    expect(report.consultations).toEqual({ received: 2, answered: 1, overdue: 1 })
    expect(report.complaints).toEqual({ received: 1, answered: 0, overdue: 0 })
    expect(report.ratings).toEqual({ total: 6, levels: { 1: 2, 2: 1, 3: 1, 4: 1, 5: 1 }, satisfied: '66.7' })
  })

  it('[RPT-19] of an empty period holds no rate', () => {
    const report = reportOf({})
    expect(report.received).toBe(0)
    expect([report.onTime.rate, report.ratings.satisfied, report.limits.actualCompression]).toEqual([null, null, null])
    expect(centerReport({ cases: [aCase()], contacts: [], ratings: [], items: [] }, to, from)).toMatchObject({
      received: 0,
      closed: 0,
    })
  })
})
