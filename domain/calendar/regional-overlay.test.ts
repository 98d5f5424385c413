import { describe, expect, it } from 'vitest'
import { plainDate } from '../plain-date.ts'
import { describeDay } from './describe-day.ts'
import { withRegionalOverlay } from './regional-overlay.ts'
import { currentStateCouncilCalendar as current, currentWorkCalendar } from './state-council.ts'
import { indexCalendar, workdayAfter } from './work-calendar.ts'

const overlay = {
  id: 'nm-2026',
  source: 'a regional notice',
  daysOff: [
    { date: plainDate('2026-08-03'), name: '那达慕' },
    { date: plainDate('2026-10-10'), name: '那达慕' },
  ],
}

describe('regional overlay', () => {
  it('[CAL-6] adds days off, also over a worked Saturday, and shows in the id of the calendar', () => {
    const version = withRegionalOverlay(current, overlay)
    if (!version.ok) throw new Error('refused')
    const regional = indexCalendar(version.value)
    expect(regional.id).toBe('2026-1+nm-2026')
    expect(workdayAfter(currentWorkCalendar, plainDate('2026-07-31'), 1)).toBe('2026-08-03')
    expect(workdayAfter(regional, plainDate('2026-07-31'), 1)).toBe('2026-08-04')
    expect(workdayAfter(regional, plainDate('2026-10-09'), 1)).toBe('2026-10-12')
    expect(describeDay(regional, plainDate('2026-08-03'))).toMatchObject({
      kind: 'holiday',
      decree: 'nm-2026',
      article: 'holidays:4',
    })
    expect(describeDay(currentWorkCalendar, plainDate('2026-08-03'))).toMatchObject({ kind: 'workday' })
  })

  it('[CAL-6] is refused for a day that no arrangement covers', () => {
    const date = plainDate('2027-08-02')
    expect(withRegionalOverlay(current, { ...overlay, daysOff: [{ date, name: '那达慕' }] })).toEqual({
      ok: false,
      error: [{ code: 'overlay_outside_coverage', date }],
    })
  })
})
