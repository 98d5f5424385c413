import { afterEach, describe, expect, it } from 'vitest'
import { currentWorkCalendar as calendar } from './calendar/state-council.ts'
import { workdayAfter } from './calendar/work-calendar.ts'
import { plainDate, plainDateInShanghai, weekdayOf } from './plain-date.ts'

// The rules see neither process nor zone; the test sets the zone of the process that they run in.
interface Environment {
  readonly process: { readonly env: Record<string, string | undefined> }
}
const { env } = (globalThis as unknown as Environment).process
const before = env['TZ']

afterEach(() => {
  env['TZ'] = before
})

describe('the zone of the machine', () => {
  it.each([
    ['UTC', 0],
    ['Asia/Shanghai', -480],
    ['America/New_York', 240],
    ['Pacific/Kiritimati', -840],
    ['America/St_Johns', 150],
  ])('[CAL-7] changes no date: %s', (zone, minutesWest) => {
    env['TZ'] = zone
    // The setting took effect: otherwise the rest proves nothing.
    expect(new globalThis.Date('2026-09-18T12:00:00Z').getTimezoneOffset()).toBe(minutesWest)
    expect(plainDateInShanghai(globalThis.Date.parse('2026-09-18T23:59:00+08:00'))).toBe('2026-09-18')
    expect(plainDateInShanghai(globalThis.Date.parse('2026-09-19T00:01:00+08:00'))).toBe('2026-09-19')
    expect(weekdayOf(plainDate('2026-09-18'))).toBe(5)
    expect(workdayAfter(calendar, plainDate('2026-09-18'), 20)).toBe('2026-10-22')
  })
})
