import { describe, expect, it } from 'vitest'
import { aNotice } from '../record/calendar/_testing.ts'
import { plainDate } from '../plain-date.ts'
import { type CalendarDay, type HolidayNotice, off, work } from './calendar-version.ts'
import { findNoticeDefects } from './check-notice.ts'
import { calendarWith } from './in-use.ts'
import { currentWorkCalendar } from './state-council.ts'
import { workdayAfter } from './work-calendar.ts'

const due = (notices: Parameters<typeof calendarWith>[0]) =>
  workdayAfter(calendarWith(notices), plainDate('2026-12-10'), 20)

const inNextYear = (day: CalendarDay): CalendarDay => ({
  ...day,
  kind: 'off',
  date: plainDate(`2028${day.date.slice(4)}`),
})

describe('the calendar of an office', () => {
  it('is the shipped one until a notice is taken into use, and never applies a shipped notice twice', () => {
    expect(calendarWith([])).toBe(currentWorkCalendar)
    expect(calendarWith([{ ...aNotice, id: '2026-1' }])).toBe(currentWorkCalendar)
  })

  it('moves the due date over the new year once its holidays are known', () => {
    expect(due([])).toBe('2027-01-07')
    expect(due([aNotice])).toBe('2027-01-08')
  })

  const regional: HolidayNotice = {
    ...aNotice,
    id: 'nm-2027',
    number: '内政发〔2026〕20号',
    scope: 'regional',
    days: off('2027-01-04', '2027-01-05', '那达慕'),
  }

  it('[CAL-6] a region adds its days off to what the country has in use, in whatever order they were published', () => {
    expect(due([aNotice, regional])).toBe('2027-01-12')
    expect(due([{ ...regional, publishedOn: '2026-11-01' }, aNotice])).toBe('2027-01-12')
    expect(calendarWith([aNotice, regional]).id).toBe('2027-1+nm-2027')
    // Before the year is covered they wait.
    expect(due([regional])).toBe('2027-01-07')
    expect(calendarWith([{ ...regional, days: off('2026-12-28', '2026-12-28', '那达慕') }]).id).toBe('2026-1+nm-2027')
  })

  it('[CAL-6] what a region may not decree is named, every day of it', () => {
    const inUse = calendarWith([aNotice]).version
    expect(findNoticeDefects(regional, inUse)).toEqual([])
    const wrong = { ...regional, days: [work('2027-01-09', '补班'), ...off('2028-01-04', '2028-01-05', '那达慕')] }
    expect(findNoticeDefects(wrong, inUse)).toEqual([
      { code: 'overlay_makes_worked', date: '2027-01-09' },
      { code: 'overlay_outside_coverage', date: '2028-01-04' },
      { code: 'overlay_outside_coverage', date: '2028-01-05' },
    ])
    expect(findNoticeDefects({ ...regional, days: [] }, inUse)).toEqual([{ code: 'overlay_empty' }])
  })

  it('[CAL-5] an arrangement is held against the calendar in use, with every problem named', () => {
    const inUse = currentWorkCalendar.version
    expect(findNoticeDefects(aNotice, inUse)).toEqual([])
    const next = { ...aNotice, id: '2028-1', year: 2028, days: aNotice.days.map(inNextYear) }
    // 2027 is missing as a whole while nobody has taken it into use.
    expect(findNoticeDefects(next, inUse)).toContainEqual({ code: 'holiday_missing', year: 2027, name: '春节' })
    expect(
      findNoticeDefects(next, calendarWith([aNotice]).version).filter(({ code }) => code === 'holiday_missing'),
    ).toEqual([])
    const cut = { ...aNotice, days: aNotice.days.slice(0, 9) }
    expect(findNoticeDefects(cut, inUse).filter(({ code }) => code === 'holiday_missing')).toHaveLength(5)
    const twice = { ...aNotice, days: [...aNotice.days, ...off('2027-01-01', '2027-01-01', '元旦')] }
    expect(findNoticeDefects(twice, inUse)).toEqual([{ code: 'duplicate_date', date: '2027-01-01' }])
  })

  it('still covers the later year when an earlier one is changed afterwards', () => {
    const change = {
      ...aNotice,
      id: '2026-9',
      year: 2026,
      publishedOn: '2026-12-20',
      days: off('2026-12-31', '2026-12-31', '元旦'),
    }
    expect(calendarWith([change, aNotice]).version.to).toBe('2027-12-31')
    expect(due([change, aNotice])).toBe('2027-01-11')
  })
})
