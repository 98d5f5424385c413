import { type CalendarVersion, type HolidayNotice, composeCalendar } from './calendar-version.ts'
import { stateCouncilNotices } from './data/state-council.ts'
import { withRegionalOverlay } from './regional-overlay.ts'
import { currentStateCouncilCalendar, currentWorkCalendar } from './state-council.ts'
import { type WorkCalendar, indexCalendar } from './work-calendar.ts'

/**
 * The calendar of an office: the arrangements that ship with the program and those it has taken into use since, in order of publication,
 * and over them the days off of its region. A notice that ships with a newer program is not applied twice.
 */
export const calendarWith = (notices: readonly HolidayNotice[]): WorkCalendar => {
  const shipped = new Set(stateCouncilNotices.map(({ id }) => id))
  const added = notices
    .filter(({ id }) => !shipped.has(id))
    .sort((a, b) => compare(a.publishedOn, b.publishedOn) || compare(a.id, b.id))
  if (added.length === 0) return currentWorkCalendar
  const national = added.filter(({ scope }) => scope === undefined)
  const country =
    national.length === 0 ? currentStateCouncilCalendar : composeCalendar([...stateCouncilNotices, ...national])
  return indexCalendar(added.filter(({ scope }) => scope === 'regional').reduce(withRegionalNotice, country))
}

/** A day that no arrangement of the country covers any more waits for the next one. */
const withRegionalNotice = (version: CalendarVersion, { id, number, url, days }: HolidayNotice): CalendarVersion => {
  const daysOff = days.filter(({ date, kind }) => kind === 'off' && date >= version.from && date <= version.to)
  const overlaid = withRegionalOverlay(version, { id, source: number ?? url, daysOff })
  return overlaid.ok ? overlaid.value : version
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
