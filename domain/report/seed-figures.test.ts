// The figures of reports of 2008 to 2019 as they were printed: most agree, and those that do not are found.
import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { aRequest, times } from './_testing.ts'
import type { CenterCase, CenterItem } from './center-facts.ts'
import { centerReport } from './center.ts'
import { type FigureClaim, judgeClaim } from './figures.ts'
import { percentOf, percentsTo100, timesOf } from './percent.ts'
import { requestStatistics } from './statistics.ts'

const sum = (name: string, total: number, ...parts: readonly number[]): FigureClaim => ({
  kind: 'sum',
  name,
  parts,
  total,
})
const change = (name: string, before: number | null, after: number, printed: string): FigureClaim => ({
  kind: 'change',
  name,
  before,
  after,
  printed,
})
const shares = (name: string, whole: number, parts: readonly number[], printed: readonly string[]): FigureClaim => ({
  kind: 'shares',
  name,
  parts,
  whole,
  printed,
})

describe('figures that agree', () => {
  it.each<FigureClaim>([
    sum('1 Jinzhou 2016, city requests by channel', 102, 91, 11),
    shares('1 Jinzhou 2016, their shares', 102, [91, 11], ['89.22', '10.78']),
    sum('2 Jinzhou 2016, by subject', 102, 39, 16, 17, 5, 25),
    { kind: 'same', name: '6 Jinzhou 2016, reviews and upheld', said: [1, 1] },
    sum('7 Jinzhou 2016, powers changed', 365, 33, 5, 274, 21, 32),
    change('8 Jinzhou 2015, powers', 4231, 1985, '-53'),
    change('8 Jinzhou 2016, powers', 1985, 1760, '-11.3'),
    change('8 Jinzhou, powers in two years', 4231, 1760, '-58.4'),
    sum('8 Jinzhou, taken away in two years', 2471, 4231 - 1985, 225),
    sum('9 Jinzhou 2016, approvals', 451, 102, 349),
    sum('9 Jinzhou 2016, approvals kept', 349, 185, 1, 6, 157),
    change('9 Jinzhou 2016, approvals', 451, 349, '-22.6'),
    sum('10 Jinzhou 2016, intermediary services', 75, 54, 21),
    shares('10 Jinzhou 2016, intermediary services', 75, [21], ['28']),
    sum('11 Jinzhou 2016, calls from September', 9890, 1996, 2860, 179, 4215, 55, 585),
    sum('12 Jinzhou 2016, calls of the year', 2983, 2489, 475, 19),
    sum('13 Jinzhou 2016, interpretations', 322, 241, 71, 6, 4),
    sum('14 Jinzhou 2016, resources', 1477, 1349, 72, 56),
    sum('14 Jinzhou 2016, housing', 2245, 2221, 24),
    sum('14 Jinzhou 2016, town housing', 2221, 513, 1708),
    shares('14 Jinzhou 2016, town housing', 2221, [513, 1708], ['23.1', '76.9']),
    sum('15 Jinzhou 2016, proposals', 348, 142, 206),
    sum('15 Jinzhou 2016, provincial proposals', 11, 4, 7),
    sum('16 Jinzhou 2009, published', 25_984, 2964, 6078, 11_592, 5350),
    { kind: 'times', name: '18 Jinzhou 2009, against 6 a year before', before: 6, after: 114, printed: '19' },
    shares('19 Jinzhou 2019, on the portal', 56_980, [39_526], ['69.37']),
    { kind: 'same', name: '19 Jinzhou 2019, reviews and upheld', said: [2, 2] },
    change('20 Chaozhou 2009, limits', 3608, 2602, '-27.9'),
    sum('20 Chaozhou 2009, limits', 3608, 2602, 1006),
    { kind: 'subset', name: '21 Chaozhou 2009, portal', parts: [1700, 150, 210, 8], total: 2814 },
    change('24 Songbei 2009, limits', 1893, 416, '-78'),
    change('24 Songbei 2009, against the former promise', 1095, 416, '-62'),
    sum('25 Songbei 2009, served', 6836, 5605, 1231),
    sum('27 Heilongjiang 2009, archives', 271, 160, 92, 19),
    { kind: 'times', name: '29 Hegang 2009, 60 % shorter', before: 40, after: 100, printed: '2.5' },
    { kind: 'times', name: '30 Daqing 2009, standards an item', before: 4643, after: 20_759, printed: '4.47' },
  ])('[RPT-16] row $name', (claim) => {
    expect(judgeClaim(claim)).toMatchObject({ holds: true })
  })

  it('[RPT-16] row 18: what grew 10.5 times to 25984 was about 2475 before', () => {
    expect(timesOf(25_984, 2475, 1)).toBe('10.5')
  })
})

describe('figures that do not agree', () => {
  it.each<[FigureClaim, string, string]>([
    [sum('3 Jinzhou 2016, answered of 256 with 1 pending', 256 - 1, 3, 207, 3, 28, 14, 4), '259', '255'],
    [change('5 Jinzhou 2016, city requests', null, 102, '-0.06'), '0.00', '-0.06'],
    [sum('17 Jinzhou 2009, requests of city and counties', 125, 113, 10), '123', '125'],
    [sum('17 Jinzhou 2009, disclosed by city and counties', 114, 102, 10), '112', '114'],
    [{ kind: 'same', name: '22 Chaozhou 2009, complaints closed', said: [61, 60] }, '61', '60'],
  ])('[RPT-17] row $0.name is flagged', (claim, expected, found) => {
    expect(judgeClaim(claim)).toMatchObject({ holds: false, expected, found })
  })

  it('[RPT-17] row 17: the city’s own parts add up', () => {
    expect(judgeClaim(sum('city', 113, 102, 11)).holds).toBe(true)
    expect(judgeClaim(sum('counties', 10, 10)).holds).toBe(true)
  })

  it('[RPT-17] a change that is no rounding of its numbers is flagged, a truncated one is said to be truncated', () => {
    expect(judgeClaim(change('wrong', 100, 90, '-11'))).toMatchObject({ holds: false, expected: '-10' })
    expect(judgeClaim(change('wrong way', 1000, 1109, '-10'))).toMatchObject({ holds: false, rounding: 'neither' })
    expect(judgeClaim(change('truncated', 1000, 1109, '10'))).toMatchObject({ holds: true, rounding: 'truncated' })
    expect(judgeClaim({ kind: 'times', name: 'times', before: 6, after: 114, printed: '18' }).holds).toBe(false)
    expect(judgeClaim({ kind: 'subset', name: 'of which', parts: [3, 2], total: 4 }).holds).toBe(false)
  })
})

describe('how the sources rounded', () => {
  it('[RPT-15] row 2: the last share is the rest to 100', () => {
    const printed = ['38.24', '15.69', '16.67', '4.90', '24.50']
    const parts = [39, 16, 17, 5, 25]
    expect(judgeClaim(shares('by subject', 102, parts, printed))).toMatchObject({
      holds: true,
      rounding: 'last_is_rest',
    })
    expect(percentsTo100(parts, 2, 'last_is_rest')).toEqual(printed)
    expect(percentOf(25, 102, 2)).toBe('24.51')
  })

  it('[RPT-15] rows 3 and 4: the shares fit the 255, not the 259 that the parts make; the last is the rest', () => {
    const parts = [3, 207, 3, 28, 14, 4]
    const printed = ['1', '81', '1', '11', '5', '1']
    expect(judgeClaim(shares('of 255', 255, parts, printed))).toMatchObject({ holds: true, rounding: 'last_is_rest' })
    expect(judgeClaim(shares('of 259', 259, parts, printed))).toMatchObject({ holds: false, rounding: 'neither' })
    expect(percentOf(4, 255, 0)).toBe('2')
  })

  it('[RPT-15] shares that are cut off, or made 100 by remainders, are told apart', () => {
    expect(judgeClaim(shares('cut', 3, [2, 1], ['66', '33'])).rounding).toBe('truncated')
    const parts = [39, 16, 17, 5, 25]
    const printed = percentsTo100(parts, 2, 'largest_remainder') ?? []
    expect(judgeClaim(shares('remainders', 102, parts, printed)).rounding).toBe('largest_remainder')
    expect(judgeClaim(shares('too few', 102, parts, ['38.24']))).toMatchObject({ holds: false })
  })
})

describe('the same figures counted from rows', () => {
  const in2016 = plainDate('2016-04-05')
  const answered = { receivedOn: in2016, repliedOn: plainDate('2016-04-20') } as const

  it('[RPT-18] rows 1 and 2: city requests of Jinzhou 2016 by channel', () => {
    const facts = [
      ...times(91, () => aRequest({ ...answered, outcome: 'granted', channel: 'in_person' })),
      ...times(11, () => aRequest({ ...answered, outcome: 'granted', channel: 'registered_post' })),
    ]
    const { received } = requestStatistics(facts, 2016)
    expect(received).toEqual({ in_person: 91, fax: 0, network: 0, letter: 11, total: 102 })
    expect([received.in_person, received.letter].map((n) => percentOf(n, received.total, 2))).toEqual([
      '89.22',
      '10.78',
    ])
  })

  it('[RPT-18] row 3: rows made from its categories are 259 answers, whatever the text says', () => {
    const facts = [
      ...times(3, () => aRequest({ ...answered, outcome: 'granted', detail: 'already_public' })),
      ...times(207, () => aRequest({ ...answered, outcome: 'granted' })),
      ...times(3, () => aRequest({ ...answered, outcome: 'partial' })),
      ...times(28, () => aRequest({ ...answered, outcome: 'unable_none', detail: 'not_this_organ' })),
      ...times(14, () => aRequest({ ...answered, outcome: 'unable_none', detail: 'not_exist' })),
      ...times(4, () => aRequest({ ...answered, outcome: 'deny_third' })),
      aRequest({ receivedOn: in2016 }),
    ]
    const { received, closed, replied } = requestStatistics(facts, 2016)
    expect(replied).toEqual({
      already_public: 3,
      granted: 207,
      partial: 3,
      denied: 4,
      not_this_organ: 28,
      not_exist: 14,
      correction: 0,
      other_way: 0,
      total: 259,
    })
    expect([received.total, closed.total]).toEqual([260, 259])
    // Held against the text: 256 received with one pending.
    expect(judgeClaim({ kind: 'same', name: 'answered', said: [replied.total, 256 - 1] })).toMatchObject({
      holds: false,
      expected: '259',
      found: '255',
    })
  })

  const offered = (organs: number, items: number, statutory: number, promised: number): readonly CenterItem[] =>
    times(items, (n) => ({
      organ: `第${String(n % organs)}单位`,
      statutoryDays: n === 0 ? statutory - (items - 1) * Math.floor(statutory / items) : Math.floor(statutory / items),
      promisedDays: n === 0 ? promised - (items - 1) * Math.floor(promised / items) : Math.floor(promised / items),
    }))
  const year2009 = [plainDate('2009-01-01'), plainDate('2009-12-31')] as const
  const none = { cases: [], contacts: [], ratings: [], items: [] }

  it('[RPT-18] row 20: limits of Chaozhou, 45 organs and 237 items', () => {
    const { items } = centerReport({ ...none, items: offered(45, 237, 3608, 2602) }, ...year2009)
    expect(items).toEqual({
      offered: 237,
      organs: 45,
      count: 237,
      statutoryDays: 3608,
      promisedDays: 2602,
      promisedCompression: '27.9',
    })
  })

  it('[RPT-18] rows 24 and 25: limits and business of Songbei', () => {
    const on = plainDate('2009-06-01')
    const handled = (): CenterCase => ({
      kind: 'service',
      organ: '某局',
      channel: 'in_person',
      receivedOn: on,
      acceptedOn: on,
      closedOn: on,
      instant: false,
      statutoryDays: 20,
      promisedDays: 5,
      actualDays: 0,
      promisedDue: plainDate('2009-06-08'),
      statutoryDue: plainDate('2009-06-29'),
      byAgent: false,
    })
    const facts = {
      cases: times(5605, handled),
      contacts: times(1231, () => ({ kind: 'consultation' as const, receivedOn: on, answeredOn: on, overdueDays: 0 })),
      ratings: [],
      items: offered(22, 96, 1893, 416),
    }
    const report = centerReport(facts, ...year2009)
    expect(report.servedTotal).toBe(6836)
    expect(report.items).toMatchObject({
      offered: 96,
      statutoryDays: 1893,
      promisedDays: 416,
      promisedCompression: '78.0',
    })
    expect(report.onTime).toMatchObject({ judged: 5605, rate: '100.0', overPromised: 0 })
    expect(report.complaints).toEqual({ received: 0, answered: 0, overdue: 0 })
  })
})
