import { type WorkCalendar, workdayAfter } from '../calendar/work-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Pause } from './clock-facts.ts'

/** Last day of the time that was told for a pause; null = none was told. */
export const toldUntil = (
  { from, told, toldFrom = from }: Pick<Pause, 'from' | 'told' | 'toldFrom'>,
  calendar: WorkCalendar,
): PlainDate | null => (told === undefined ? null : workdayAfter(calendar, toldFrom, told))

/** The last day that a pause leaves out: its end, and no later than the time told for it. Null = nobody knows yet. */
export const lastPausedDay = (
  pause: Pick<Pause, 'from' | 'to' | 'told' | 'toldFrom'>,
  calendar: WorkCalendar,
): PlainDate | null => {
  const until = toldUntil(pause, calendar)
  return until === null || (pause.to !== null && pause.to < until) ? pause.to : until
}
