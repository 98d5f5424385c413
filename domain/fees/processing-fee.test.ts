import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clockFacts } from '../clock/clock-facts.ts'
import { clockOf } from '../clock/_testing.ts'
import { plainDate } from '../plain-date.ts'
import { processingFeeTariffs } from './data/processing-fee-tariffs.ts'
import { placeInMonth, priceOfRequest } from './monthly-requests.ts'
import { type FeeMeasure, maxFeeCount, paymentRules, processingFee, processingFeeTariffOn } from './processing-fee.ts'
import type { ProcessingFeeTariff } from './tariff.ts'

const getTariff = (date: string): ProcessingFeeTariff => {
  const tariff = processingFeeTariffOn(plainDate(date))
  if (tariff === null) throw new Error(`no tariff on ${date}`)
  return tariff
}
const tariff = getTariff('2026-11-22')
const fee = (measure: Partial<FeeMeasure>) => processingFee({ requests: null, pages: null, ...measure }, tariff)
const feeOf = (measure: Partial<FeeMeasure>) => {
  const found = fee(measure)
  if (!found.ok) throw new Error(found.error.code)
  return found.value
}

describe('the information-processing fee by requests', () => {
  it.each([
    [0, 0],
    [1, 0],
    [10, 0],
    [11, 100],
    [30, 2000],
    [31, 2200],
    [40, 4000],
    [41, 4300],
    [50, 7000],
    [51, 7400],
    [60, 11_000],
  ])('[FEE-4] of %i requests in a month is %i yuan', (requests, yuan) => {
    expect(feeOf({ requests })).toMatchObject({ fen: yuan * 100, tariff: 'per_request', count: requests })
  })

  it('[FEE-4] says what each stretch costs', () => {
    expect(feeOf({ requests: 42 }).slices).toEqual([
      { from: 1, to: 10, unitFen: 0, fen: 0 },
      { from: 11, to: 30, unitFen: 10_000, fen: 200_000 },
      { from: 31, to: 40, unitFen: 20_000, fen: 200_000 },
      { from: 41, to: 42, unitFen: 30_000, fen: 60_000 },
    ])
  })
})

describe('the information-processing fee by pages', () => {
  it.each([
    [0, 0],
    [30, 0],
    [31, 10],
    [68, 380],
    [100, 700],
    [101, 720],
    [200, 2700],
    [201, 2740],
    [250, 4700],
  ])('[FEE-5] of %i pages of one request is %i yuan', (pages, yuan) => {
    expect(feeOf({ pages })).toMatchObject({ fen: yuan * 100, tariff: 'per_page', count: pages })
  })
})

describe('the two tariffs', () => {
  it('[FEE-6] are never applied together', () => {
    expect(fee({ requests: 0, pages: 0 })).toEqual({ ok: false, error: { code: 'both_tariffs', article: 'ogiFee:3' } })
    expect(fee({})).toEqual({ ok: false, error: { code: 'no_measure' } })
  })

  it.each([-1, 0.5, Number.NaN, Infinity, maxFeeCount + 1])('[FEE-6] refuse the count %d', (value) => {
    for (const measure of ['requests', 'pages'] as const) {
      expect(fee({ [measure]: value })).toEqual({
        ok: false,
        error: { code: 'count_invalid', measure, value, max: maxFeeCount },
      })
    }
  })

  it('[FEE-6] give a whole number of fen that never falls, and stretches that cover every unit once', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5000 }), fc.constantFrom('requests' as const, 'pages' as const), (count, measure) => {
        const here = feeOf({ [measure]: count })
        const next = feeOf({ [measure]: count + 1 })
        expect(Number.isSafeInteger(here.fen)).toBe(true)
        expect(next.fen).toBeGreaterThanOrEqual(here.fen)
        expect(here.slices.reduce((sum, { from, to }) => sum + to - from + 1, 0)).toBe(count)
        for (const [at, slice] of here.slices.entries()) expect(slice.from).toBe((here.slices[at - 1]?.to ?? 0) + 1)
      }),
    )
    expect(Number.isSafeInteger(feeOf({ requests: maxFeeCount }).fen)).toBe(true)
  })
})

describe('the version of the tariff', () => {
  it('[FEE-7] is that in force on the day; before the first nothing is charged', () => {
    expect(processingFeeTariffOn(plainDate('2020-12-31'))).toBeNull()
    expect(getTariff('2021-01-01').id).toBe('国办函〔2020〕109号')
    const dearer = { ...tariff, id: 'own', effectiveFrom: plainDate('2027-01-01') }
    for (const known of [
      [...processingFeeTariffs, dearer],
      [dearer, ...processingFeeTariffs],
    ]) {
      expect(processingFeeTariffOn(plainDate('2026-12-31'), known)?.id).toBe('国办函〔2020〕109号')
      expect(processingFeeTariffOn(plainDate('2027-01-01'), known)?.id).toBe('own')
    }
  })

  it('[FEE-7] sets the days to pay, from the day after the notice', () => {
    const due = (on: string) => clockOf(paymentRules(tariff.paymentDays), clockFacts(plainDate(on))).due
    expect(due('2026-11-02')).toBe('2026-12-02')
    // The thirtieth day, 2026-10-04, lies in the National Day holiday.
    expect(due('2026-09-04')).toBe('2026-10-08')
    expect(clockOf(paymentRules(7), clockFacts(plainDate('2026-11-02'))).due).toBe('2026-11-09')
  })
})

describe('the requests of a month', () => {
  const request = (id: string, applicant: string, receivedOn: string) => ({
    id,
    applicant,
    receivedOn: plainDate(receivedOn),
  })

  it('[FEE-8] are counted by applicant and calendar month, in order of receipt', () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      request(`a${String(n).padStart(2, '0')}`, 'A', n === 11 ? '2026-10-31' : '2026-10-08'),
    )
    const all = [...[...many].reverse(), request('next', 'A', '2026-11-01'), request('b', 'B', '2026-10-31')]
    const places = ['a00', 'a09', 'a10', 'a11', 'next', 'b', 'nobody'].map((id) => placeInMonth(all, id))
    expect(places).toEqual([1, 10, 11, 12, 1, 1, null])
  })

  it('[FEE-8] each cost their own slice, and together what the fee of the month is', () => {
    expect([10, 11, 12, 30, 31, 41].map((place) => priceOfRequest(place, tariff))).toEqual([
      0, 10_000, 10_000, 10_000, 20_000, 30_000,
    ])
    fc.assert(
      fc.property(fc.nat({ max: 120 }), (count) => {
        const prices = Array.from({ length: count }, (_, n) => priceOfRequest(n + 1, tariff))
        expect(prices.reduce((total, fen) => total + fen, 0)).toBe(feeOf({ requests: count }).fen)
      }),
    )
    expect(() => priceOfRequest(maxFeeCount + 1, tariff)).toThrow(RangeError)
  })
})
