import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { times } from './_testing.ts'
import type { CenterCase, CenterFacts } from './center-facts.ts'
import { centerShares } from './center-shares.ts'
import { centerReport } from './center.ts'

const on = plainDate('2016-04-05')
const came = (channel: string, kind: CenterCase['kind'] = 'disclosure'): CenterCase => ({
  kind,
  organ: '某局',
  channel,
  receivedOn: on,
  acceptedOn: on,
  closedOn: on,
  instant: false,
  statutoryDays: 20,
  promisedDays: null,
  actualDays: 0,
  promisedDue: null,
  statutoryDue: on,
  byAgent: false,
})
const reportOf = (facts: Partial<CenterFacts>) =>
  centerReport(
    { cases: [], contacts: [], ratings: [], items: [], ...facts },
    plainDate('2016-01-01'),
    plainDate('2016-12-31'),
  )

describe('shares in the report of a center', () => {
  it('[RPT-27] are rounded half up each by itself, and need not make 100', () => {
    const report = reportOf({ cases: ['fax', 'online', 'post'].map((channel) => came(channel)) })
    const { mode, channels } = centerShares(report)
    expect(mode).toBe('half_up')
    expect(channels).toEqual(['fax', 'online', 'post'].map((key) => ({ key, count: 1, share: '33.33' })))
  })

  it('[RPT-27] make 100 where that is asked for, by the way that is asked for', () => {
    // Subjects of Jinzhou 2016 as channels: 39, 16, 17, 5, 25.
    const cases = [39, 16, 17, 5, 25].flatMap((count, at) => times(count, () => came(String(at))))
    const shares = (mode: 'largest_remainder' | 'last_is_rest') =>
      centerShares(reportOf({ cases }), mode).channels.map(({ share }) => share)
    expect(shares('last_is_rest')).toEqual(['38.24', '15.69', '16.67', '4.90', '24.50'])
    const units = shares('largest_remainder').map((share) => Math.round(Number(share) * 100))
    expect(units.reduce((sum, unit) => sum + unit, 0)).toBe(10_000)
  })

  it('[RPT-27] are those of kinds and levels of rating too; of nothing there are none', () => {
    const contacts = [
      { kind: 'consultation' as const, receivedOn: on, answeredOn: null, overdueDays: null },
      { kind: 'complaint' as const, receivedOn: on, answeredOn: null, overdueDays: null },
    ]
    const ratings = [
      { on, level: 1 as const },
      { on, level: 4 as const },
    ]
    const report = reportOf({ cases: [came('window', 'service'), came('online')], contacts, ratings })
    expect(centerShares(report).kinds.map(({ share }) => share)).toEqual(['25.00', '25.00', '25.00', '25.00'])
    expect(centerShares(report).ratings.map(({ key, share }) => `${key} ${share ?? ''}`)).toEqual([
      '1 50.00',
      '2 0.00',
      '3 0.00',
      '4 50.00',
      '5 0.00',
    ])
    expect(centerShares(reportOf({})).ratings[0]).toEqual({ key: '1', count: 0, share: null })
  })
})
