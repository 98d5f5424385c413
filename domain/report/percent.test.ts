import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compressionRate, explainPercent, percentOf, percentOfChange, percentsTo100, timesOf } from './percent.ts'

describe('a percentage', () => {
  it.each([
    [91, 102, 2, '89.22'],
    [11, 102, 2, '10.78'],
    [25, 102, 2, '24.51'],
    [1, 8, 1, '12.5'],
    [1, 8, 0, '13'],
    [1, 200, 0, '1'],
    [0, 7, 2, '0.00'],
    [7, 7, 2, '100.00'],
    [258, 761, 1, '33.9'],
    [-1, 8, 0, '-13'],
    [39_526, 56_980, 2, '69.37'],
  ])('[RPT-12] of %i in %i with %i decimals is %s, rounded half up', (part, whole, decimals, text) => {
    expect(percentOf(part, whole, decimals)).toBe(text)
  })

  it('[RPT-12] of nothing there is none', () => {
    expect(percentOf(0, 0, 2)).toBeNull()
    expect(percentOfChange(0, 5, 0)).toBeNull()
    expect(timesOf(5, 0, 1)).toBeNull()
  })

  it('[RPT-12] is decided by whole numbers, not by binary fractions', () => {
    // 1.005 × 100 is 100.49999999999999 in floating point.
    expect(percentOf(201, 20_000, 2)).toBe('1.01')
    expect(percentOf(1.005, 100, 2)).toBe('1.01')
  })

  it('[RPT-12] lies within half a unit of the exact share', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 10 ** 9 }),
        fc.integer({ min: 1, max: 10 ** 9 }),
        fc.nat({ max: 4 }),
        (part, whole, d) => {
          const units = BigInt((percentOf(part, whole, d) ?? '').replace('.', ''))
          const exact = BigInt(part) * 100n * 10n ** BigInt(d)
          const difference = 2n * (units * BigInt(whole) - exact)
          expect(difference <= BigInt(whole) && difference > -BigInt(whole)).toBe(true)
        },
      ),
    )
  })

  it.each([
    [12, 19, 2, '58.33'],
    [1, 5, 0, '400'],
    [19, 12, 1, '-36.8'],
  ])('[RPT-12] from %i to %i changes by %s', (before, after, decimals, text) => {
    expect(percentOfChange(before, after, decimals)).toBe(text)
  })

  it.each([
    [1893, 416, 0, '78'],
    [1893, 416, 2, '78.02'],
    [3608, 2602, 1, '27.9'],
    [10, 12, 0, '-20'],
  ])('[RPT-14] a limit cut from %i to %i days is compressed by %s', (before, limit, decimals, text) => {
    expect(compressionRate(before, limit, decimals)).toBe(text)
  })

  it('[RPT-14] 60 % shorter is 2.5 times as fast', () => {
    expect(compressionRate(100, 40, 0)).toBe('60')
    expect(timesOf(100, 40, 1)).toBe('2.5')
  })
})

describe('percentages that add up to 100', () => {
  const parts = [39, 16, 17, 5, 25]

  it('[RPT-13] give what is missing to the largest remainders', () => {
    expect(percentsTo100(parts, 2, 'largest_remainder')).toEqual(['38.23', '15.69', '16.67', '4.90', '24.51'])
    expect(percentsTo100([1, 1, 1], 0, 'largest_remainder')).toEqual(['34', '33', '33'])
  })

  it('[RPT-13] or make the last one the rest', () => {
    expect(percentsTo100(parts, 2, 'last_is_rest')).toEqual(['38.24', '15.69', '16.67', '4.90', '24.50'])
    expect(percentsTo100([1, 1, 1], 0, 'last_is_rest')).toEqual(['33', '33', '34'])
    // Two halves of a per cent are rounded up: less than nothing is left for the third.
    expect(percentsTo100([995, 5, 0], 0, 'last_is_rest')).toBeNull()
  })

  it('[RPT-13] of nothing there are none, and only counts have shares', () => {
    expect(percentsTo100([0, 0], 1, 'largest_remainder')).toBeNull()
    expect(percentsTo100([], 1, 'last_is_rest')).toBeNull()
    expect(() => percentsTo100([1, -1], 1, 'last_is_rest')).toThrow(RangeError)
    expect(() => percentsTo100([0.5], 1, 'largest_remainder')).toThrow(RangeError)
  })

  it('[RPT-13] add up exactly, each less than one unit from its share', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 10 ** 6 }), { minLength: 1 }), fc.nat({ max: 3 }), (counts, decimals) => {
        const shown = percentsTo100(counts, decimals, 'largest_remainder')
        const whole = counts.reduce((sum, n) => sum + n, 0)
        expect(shown === null).toBe(whole === 0)
        if (shown === null) return
        const units = shown.map((text) => Number(text.replace('.', '')))
        expect(units.reduce((sum, n) => sum + n, 0)).toBe(100 * 10 ** decimals)
        for (const [at, unit] of units.entries())
          expect(Math.abs(unit - ((counts[at] ?? 0) / whole) * 100 * 10 ** decimals)).toBeLessThan(1)
      }),
    )
  })
})

describe('a printed percentage', () => {
  it.each([
    ['24.51', 25, 102, 'half_up'],
    ['24.50', 25, 102, 'truncated'],
    ['24.49', 25, 102, 'neither'],
    ['1', 4, 255, 'truncated'],
    ['81', 207, 255, 'half_up'],
  ] as const)('[RPT-15] %s for %i of %i is %s', (printed, part, whole, how) => {
    expect(explainPercent(printed, part, whole)).toBe(how)
  })
})
