import type { HolidayNotice } from '../domain/calendar/calendar-version.ts'
import { calendarWith } from '../domain/calendar/in-use.ts'
import { currentWorkCalendar } from '../domain/calendar/state-council.ts'
import type { WorkCalendar } from '../domain/calendar/work-calendar.ts'

let inUse: WorkCalendar = currentWorkCalendar
let known = ''

/** The calendar that this office counts with; the same for the whole page, so that no two dates on it disagree. */
export const workCalendar = (): WorkCalendar => inUse

/** Takes over the arrangements that the host says are in use. */
export const countWith = (notices: readonly HolidayNotice[]): void => {
  const ids = JSON.stringify(notices)
  if (ids === known) return
  known = ids
  inUse = calendarWith(notices)
}
