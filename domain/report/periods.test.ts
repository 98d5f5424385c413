import { describe, expect, it } from 'vitest'
import { addDays } from '../plain-date.ts'
import { periodDays, periodsOf } from './periods.ts'

describe('periods of a year', () => {
  it.each([2023, 2024, 2100, 2000])('%i: months and quarters follow each other and fill the year', (year) => {
    for (const sign of ['m', 'q']) {
      const parts = periodsOf.filter((key) => key.startsWith(sign)).map((key) => periodDays(year, key))
      parts.slice(1).forEach(({ from }, at) => expect(from).toBe(addDays(parts[at]?.to ?? from, 1)))
      expect([parts.at(0)?.from, parts.at(-1)?.to]).toEqual([periodDays(year, 'y').from, periodDays(year, 'y').to])
    }
  })
})
