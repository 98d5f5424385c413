import { describe, expect, it } from 'vitest'
import { calendar, day } from './_testing.ts'
import { publishBy, publishedUntil, withdrawBy } from './enforcement-period.ts'
import { monthsAfter } from './months-after.ts'

describe('periods of months', () => {
  it.each([
    ['2026-11-02', 3, '2027-02-02'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2028-02-29', 36, '2031-02-28'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
  ] as const)('[REG-9] from %s, %i months end on %s', (from, months, until) => {
    expect(monthsAfter(day(from), months)).toBe(until)
  })
})

describe('publication of penalties', () => {
  it('[REG-9] runs three months for public criticism and small fines, three years otherwise, and to the end of a longer ban', () => {
    const from = day('2026-11-02')
    expect(publishedUntil('minor', from, null)).toBe('2027-02-02')
    expect(publishedUntil('other', from, null)).toBe('2029-11-02')
    expect(publishedUntil('other', from, day('2031-01-01'))).toBe('2031-01-01')
    expect(publishedUntil('warning_only', from, null)).toBeNull()
  })

  it('[REG-9] begins within twenty working days and ends within three when the decision falls', () => {
    expect(publishBy(day('2026-11-02'), calendar)).toBe('2026-11-30')
    expect(withdrawBy(day('2026-11-06'), calendar)).toBe('2026-11-11')
  })
})
