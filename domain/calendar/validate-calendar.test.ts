import { describe, expect, it } from 'vitest'
import type { CalendarVersion } from './calendar-version.ts'
import { currentStateCouncilCalendar as current } from './state-council.ts'
import type { CalendarDraft, CalendarProblem } from './validate-calendar.ts'
import { validateCalendar } from './validate-calendar.ts'

const problems = (draft: CalendarDraft): readonly CalendarProblem[] => {
  const result = validateCalendar(draft)
  return result.ok ? [] : result.error
}
const codes = (draft: CalendarDraft): readonly string[] => problems(draft).map(({ code }) => code)
const withDay = (day: CalendarDraft['days'][number]): CalendarDraft => ({ ...current, days: [...current.days, day] })

describe('a calendar that is imported', () => {
  it('[CAL-5] is taken when nothing is wrong with it, sorted by date', () => {
    const shuffled: CalendarVersion = { ...current, days: [...current.days].reverse() }
    expect(validateCalendar(shuffled)).toEqual({ ok: true, value: current })
  })

  it('[CAL-5] is refused when the feed was cut off in the middle of the year (V7)', () => {
    const truncated = { ...current, days: current.days.filter(({ date }) => date < '2026-06-01') }
    expect(problems(truncated)).toEqual([
      { code: 'holiday_missing', year: 2026, name: '端午节' },
      { code: 'holiday_missing', year: 2026, name: '中秋节' },
      { code: 'holiday_missing', year: 2026, name: '国庆节' },
    ])
  })

  it('[CAL-5] is refused when it was cut off inside the last holiday, though every name is there', () => {
    const truncated = {
      ...current,
      days: current.days.filter(({ date }) => date < '2026-02-16' || date > '2026-09-01'),
    }
    expect(codes(truncated)).toContain('days_off_implausible')
    expect(codes(truncated)).toContain('balance_implausible')
  })

  it('[CAL-5] is refused when its coverage is not made of whole years, or claims a year it has no days of', () => {
    expect(codes({ ...current, to: '2026-06-30' })).toContain('coverage_invalid')
    expect(codes({ ...current, from: '2026-12-31', to: '2007-01-01' })).toContain('coverage_invalid')
    expect(codes({ ...current, to: '2026-13-31' })).toContain('coverage_invalid')
    expect(codes({ ...current, to: '2027-12-31' })).toContain('days_off_implausible')
  })

  it('[CAL-5] names a day that is there twice, is no date, lies outside, or has no name', () => {
    const day = { date: '2026-10-01', kind: 'off', name: '国庆节', decree: '2026-1', scope: 'national' } as const
    expect(codes(withDay(day))).toEqual(['duplicate_date'])
    expect(problems(withDay({ ...day, date: '2026-02-30' }))).toEqual([{ code: 'date_invalid', text: '2026-02-30' }])
    expect(codes(withDay({ ...day, date: '2027-01-01' }))).toEqual(['outside_coverage'])
    expect(codes(withDay({ ...day, date: '2026-10-08', name: ' ' }))).toEqual(['name_missing'])
  })

  it('[CAL-5] names a worked day that is no Saturday or Sunday', () => {
    const monday = { date: '2026-10-12', kind: 'work', name: '国庆节', decree: '2026-1', scope: 'national' } as const
    expect(problems(withDay(monday))).toEqual([{ code: 'makeup_not_weekend', date: '2026-10-12' }])
  })

  it('[CAL-5] is refused without id, source or day of publication', () => {
    expect(codes({ ...current, id: '', source: ' ', publishedOn: 'soon' })).toEqual([
      'id_missing',
      'source_missing',
      'published_on_invalid',
    ])
  })
})
