import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { reportCategories } from '../case/applicant.ts'
import { disclosureChannels } from '../disclosure/disclosure-intake.ts'
import { addDays, plainDate } from '../plain-date.ts'
import { type RequestChange, aRequest, requestsOf, times } from './_testing.ts'
import { annualReport } from './annual.ts'
import { checkReport } from './check.ts'
import type { DisclosureFacts } from './disclosure-facts.ts'
import reports from './fixtures/annual-reports.json' with { type: 'json' }
import huaian from './fixtures/huaian-2024.json' with { type: 'json' }
import { outcomes } from './outcome.ts'
import { remedyResults, reportRows } from './table.ts'
import { toPublished } from './to-published.ts'

const closedOn = (on: string, more: RequestChange = {}) =>
  aRequest({ repliedOn: plainDate(on), outcome: 'granted', ...more })
const counts = (facts: readonly DisclosureFacts[], year: number) => {
  const { new: received, carried_in: carriedIn, total, carried_out: carriedOut } = annualReport(facts, year).table3
  return [received, carriedIn, total, carriedOut].map((row) => row?.[6])
}

describe('the year of a request', () => {
  it('[RPT-2] is that of its receipt, and of its closing for the result', () => {
    const facts = [closedOn('2025-01-09', { receivedOn: plainDate('2024-12-31') })]
    expect([2023, 2024, 2025, 2026].map((year) => counts(facts, year))).toEqual([
      [0, 0, 0, 0],
      [1, 0, 0, 1],
      [0, 1, 1, 0],
      [0, 0, 0, 0],
    ])
  })

  it('[RPT-2] stays open over any number of years', () => {
    const facts = [aRequest({ receivedOn: plainDate('2024-01-01') })]
    expect([2024, 2025, 2026].map((year) => counts(facts, year))).toEqual([
      [1, 0, 0, 1],
      [0, 1, 0, 1],
      [0, 1, 0, 1],
    ])
  })

  it('[RPT-2] cannot end before it began', () => {
    expect(() => annualReport([closedOn('2024-01-01')], 2024)).toThrow(RangeError)
  })
})

describe('table 3 counted from requests', () => {
  it('[RPT-3] is every cell of Huai’an 2024', () => {
    const report = annualReport([...requestsOf(huaian.table3, 2024), ...remedies(huaian.table4)], 2024)
    expect(report.table3).toEqual(huaian.table3)
    expect(report.table4).toEqual(huaian.table4)
  })

  for (const row of reports) {
    if (row.adds_up !== true || row.year === null || row.granularity !== 'full') continue
    const table: Readonly<Record<string, readonly (number | null)[]>> = row.table3 ?? {}
    if (table['other_other'] === undefined) continue
    it(`[RPT-3] is every cell of ${row.id}`, () => {
      const cells = Object.fromEntries(Object.entries(table).map(([key, values]) => [key, values.map((n) => n ?? 0)]))
      expect(annualReport(requestsOf(cells, row.year ?? 0), row.year ?? 0).table3).toEqual(cells)
    })
  }

  it('[RPT-3] has （六） in one row for 2019 and 2020', () => {
    const facts = (['other_no_fee', 'other_other', 'granted'] as const).map((outcome) =>
      aRequest({ receivedOn: plainDate('2020-05-06'), repliedOn: plainDate('2020-05-07'), outcome }),
    )
    const { format, table3 } = annualReport(facts, 2020)
    expect(format).toBe('2019')
    expect(Object.keys(table3)).toEqual(reportRows('2019'))
    expect(table3.other_all).toEqual([2, 0, 0, 0, 0, 0, 2])
    expect(table3.other_other).toBeUndefined()
  })
})

/** One request for each remedy of a table 4, received and closed long before. */
const remedies = (table4: typeof huaian.table4): readonly DisclosureFacts[] => {
  const old = { receivedOn: plainDate('2022-01-04'), repliedOn: plainDate('2022-02-01') } as const
  return remedyResults.flatMap((result) => [
    ...times(table4.review[result], () =>
      aRequest({ ...old, outcome: 'granted', reconsiderations: [{ result, year: 2024 }] }),
    ),
    ...(['direct', 'after_review'] as const).flatMap((route) =>
      times(table4[route][result], () =>
        aRequest({ ...old, outcome: 'granted', litigations: [{ route, result, year: 2024 }] }),
      ),
    ),
  ])
}

describe('the figures of the text', () => {
  it('[RPT-10] are those of the tables: Huai’an 2024', () => {
    const paid = aRequest({
      receivedOn: plainDate('2022-01-04'),
      repliedOn: plainDate('2022-02-01'),
      outcome: 'granted',
      processingFee: { fen: 394_000, paidOn: plainDate('2024-02-01') },
    })
    const facts = [...requestsOf(huaian.table3, 2024), ...remedies(huaian.table4), paid]
    expect(annualReport(facts, 2024).narrative).toMatchObject({
      received: 3119,
      carriedIn: 34,
      replied: 3050,
      carriedOut: 103,
      natural: 3001,
      legal: 118,
      groups: { granted: 1362, partial: 454, denied: 178, unable: 781, not_processed: 88, other: 187 },
      review: { maintain: 72, correct: 64, other: 178, pending: 37, total: 351 },
      litigation: { maintain: 25, correct: 5, other: 9, pending: 7, total: 46 },
      processingFee: { cases: 1, fen: 394_000 },
    })
  })

  it('[RPT-10] count channels and extensions', () => {
    const { narrative } = annualReport(
      [aRequest({ channel: 'oral' }), closedOn('2024-05-05', { channel: 'fax', extended: true })],
      2024,
    )
    expect(narrative.channels).toEqual({
      in_person: 0,
      oral: 1,
      registered_post: 0,
      ordinary_mail: 0,
      online: 0,
      fax: 1,
    })
    expect(narrative.extended).toBe(1)
    expect(narrative.channelUnknown).toBe(0)
  })

  it('[RPT-10] tell requests whose channel an old register does not say, and the report still adds up', () => {
    const report = annualReport([aRequest({ channel: null }), aRequest({ channel: 'fax' })], 2024)
    expect(report.narrative).toMatchObject({ received: 2, channelUnknown: 1, channels: { fax: 1 } })
    expect(checkReport(toPublished(report, '某局'))).toMatchObject({ addsUp: true, violations: [] })
  })
})

const anyRequest = fc
  .record({
    at: fc.nat({ max: 1200 }),
    took: fc.option(fc.nat({ max: 800 })),
    category: fc.constantFrom(...reportCategories),
    outcome: fc.constantFrom(...outcomes),
    channel: fc.constantFrom(...disclosureChannels),
    result: fc.option(fc.constantFrom(...remedyResults)),
    route: fc.constantFrom('direct' as const, 'after_review' as const),
    year: fc.integer({ min: 2019, max: 2023 }),
    fen: fc.option(fc.nat({ max: 1_000_000 })),
  })
  .map(({ at, took, outcome, result, route, year, fen, ...rest }) => {
    const receivedOn = addDays(plainDate('2019-06-01'), at)
    const closed =
      took === null ? { repliedOn: null, outcome: null } : { repliedOn: addDays(receivedOn, took), outcome }
    return aRequest({
      ...rest,
      receivedOn,
      ...closed,
      reconsiderations: result === null ? [] : [{ result, year }],
      litigations: result === null ? [] : [{ route, result, year }],
      processingFee: fen === null ? null : { fen, paidOn: addDays(receivedOn, 3) },
    })
  })

describe('every report counted from requests', () => {
  it('[RPT-11] adds up with nothing left open, also with the report of the year before', () => {
    fc.assert(
      fc.property(fc.array(anyRequest, { maxLength: 60 }), fc.integer({ min: 2019, max: 2024 }), (facts, year) => {
        const [then, now] = [year - 1, year].map((one) => toPublished(annualReport(facts, one), 'A'))
        if (then === undefined || now === undefined) throw new Error('two reports')
        // The form changed its rows, not its carry-over.
        const { addsUp, violations, notCheckable } = checkReport(now, then)
        expect({ addsUp, violations, notCheckable }).toEqual({ addsUp: true, violations: [], notCheckable: [] })
      }),
    )
  })
})
