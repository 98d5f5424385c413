import { describe, expect, it } from 'vitest'
import { aNotice } from '../record/calendar/_testing.ts'
import { plainDate } from '../plain-date.ts'
import { off } from './calendar-version.ts'
import { calendarWith } from './in-use.ts'
import { currentWorkCalendar } from './state-council.ts'
import { workdayAfter } from './work-calendar.ts'

const due = (notices: Parameters<typeof calendarWith>[0]) =>
  workdayAfter(calendarWith(notices), plainDate('2026-12-10'), 20)

describe('the calendar of an office', () => {
  it('is the shipped one until a notice is taken into use, and never applies a shipped notice twice', () => {
    expect(calendarWith([])).toBe(currentWorkCalendar)
    expect(calendarWith([{ ...aNotice, id: '2026-1' }])).toBe(currentWorkCalendar)
  })

  it('moves the due date over the new year once its holidays are known', () => {
    expect(due([])).toBe('2027-01-07')
    expect(due([aNotice])).toBe('2027-01-08')
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
