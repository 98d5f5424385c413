import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, plainDate } from '../domain/plain-date.ts'
import { registerNames } from '../domain/register/registers.ts'
import { findReport, PrintRequestSchema, reportAddress, reportKey } from './print-request.ts'
import { LetterKeySchema } from './queries/letters.ts'
import type { ReportRequest } from './queries/statistics.ts'
import { LetterFileSchema } from './shell.ts'

const year = fc.integer({ min: 2008, max: 9999 })
const period = fc
  .tuple(fc.nat(20_000), fc.nat(3_000))
  .map(([after, days]) => [addDays(plainDate('2008-05-01'), after), days] as const)
  .map(([from, days]) => ({ from, to: addDays(from, days) }))
const aReport: fc.Arbitrary<ReportRequest> = fc.oneof(
  year.map((of) => ({ kind: 'annual' as const, year: of })),
  fc.record({ kind: fc.constant('quarter' as const), year, quarter: fc.constantFrom(1 as const, 2, 3, 4) }),
  fc
    .tuple(period, fc.constantFrom(...registerNames), fc.constantFrom(null, 'kind', 'organ_type'))
    .map(([days, register, by]) => ({ kind: 'register' as const, register, by, ...days })),
  period.map((days) => ({ kind: 'center' as const, ...days })),
)

describe('a report to be printed', () => {
  it('[SHL-18] is named by what it is of, in the address of its page and in the name of its file', () => {
    fc.assert(
      fc.property(aReport, (report) => {
        expect(findReport(reportAddress(report))).toEqual(report)
        expect(PrintRequestSchema.parse({ report })).toEqual({ report })
        const key = LetterKeySchema.parse(reportKey(report))
        expect(LetterFileSchema.parse(`${key}_report_1-2.pdf`)).toContain(key)
      }),
    )
    expect(reportKey({ kind: 'annual', year: 2025 })).toBe('annual-2025')
    expect(reportKey({ kind: 'center', from: plainDate('2026-01-01'), to: plainDate('2026-12-31') })).toBe(
      'center-20260101-20261231',
    )
  })

  it.each<Record<string, string>>([
    {},
    { report: 'annual' },
    { report: 'annual', year: '2007' },
    { report: 'annual', year: '2025', by: 'kind' },
    { report: 'annual', year: '2025', terminal: 'yes' },
    { report: 'quarter', year: '2025', quarter: '5' },
    { report: 'register', register: 'power_list', from: '2026-01-01', to: 'x' },
    { report: 'budget', year: '2025' },
    { case: '0199a1b2-0000-7000-8000-000000000001', letter: 'service_receipt' },
  ])('[SHL-18] no other address names one: %o', (address) => {
    expect(findReport(address)).toBeNull()
  })
})
