import { describe, expect, it } from 'vitest'
import { plainDate as day } from '../../../../domain/plain-date.ts'
import { initialStatisticsView as view, periodInView, requestOf } from './statistics-view.ts'

const today = day('2026-11-23')

describe('what is looked at', () => {
  it('is this month at first, and the whole of an earlier year', () => {
    expect(periodInView(view, today)).toBe('m11')
    expect(periodInView({ ...view, year: 2025 }, today)).toBe('y')
    expect(periodInView({ ...view, year: 2025, period: 'q2' }, today)).toBe('q2')
  })

  it('the annual report is of the year that is over, the quarter is the present one', () => {
    const asked = (over: Partial<typeof view.report>) =>
      requestOf({ ...view, report: { ...view.report, ...over } }, today)
    expect(asked({})).toEqual({ kind: 'annual', year: 2025 })
    expect(asked({ year: 2026 })).toEqual({ kind: 'annual', year: 2026 })
    expect(asked({ kind: 'quarter' })).toEqual({ kind: 'quarter', year: 2026, quarter: 4 })
    expect(asked({ kind: 'center' })).toEqual({ kind: 'center', from: '2026-01-01', to: '2026-12-31' })
    expect(asked({ kind: 'center', from: day('2027-01-01') })).toBeNull()
    expect(asked({ kind: 'register', by: 'kind' })).toMatchObject({ register: 'power_list', by: 'kind' })
  })
})
