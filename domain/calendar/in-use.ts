import { type HolidayNotice, composeCalendar } from './calendar-version.ts'
import { stateCouncilNotices } from './data/state-council.ts'
import { currentWorkCalendar } from './state-council.ts'
import { type WorkCalendar, indexCalendar } from './work-calendar.ts'

/**
 * The calendar of an office: the arrangements that ship with the program and those it has taken into use since, in order of publication.
 * A notice that ships with a newer program is not applied twice.
 */
export const calendarWith = (notices: readonly HolidayNotice[]): WorkCalendar => {
  const shipped = new Set(stateCouncilNotices.map(({ id }) => id))
  const added = notices
    .filter(({ id }) => !shipped.has(id))
    .sort((a, b) => compare(a.publishedOn, b.publishedOn) || compare(a.id, b.id))
  return added.length === 0 ? currentWorkCalendar : indexCalendar(composeCalendar([...stateCouncilNotices, ...added]))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
