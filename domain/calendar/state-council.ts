import type { CalendarVersion } from './calendar-version.ts'
import { composeCalendar } from './calendar-version.ts'
import { stateCouncilNotices } from './data/state-council.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { indexCalendar } from './work-calendar.ts'

/** Ids of all versions, oldest first: one for each notice ever published. */
export const stateCouncilCalendarIds: readonly string[] = stateCouncilNotices.map((notice) => notice.id)

/**
 * The calendar as it stood when the notice `id` was the newest: `2020-1` knows nothing of the extended Spring Festival,
 * `2020-2` does. Null for an unknown id.
 */
export const findStateCouncilCalendar = (id: string): CalendarVersion | null => {
  const at = stateCouncilCalendarIds.indexOf(id)
  return at < 0 ? null : composeCalendar(stateCouncilNotices.slice(0, at + 1))
}

/** The newest arrangement that ships with the program. */
export const currentStateCouncilCalendar: CalendarVersion = composeCalendar(stateCouncilNotices)

/** The same, ready for counting. */
export const currentWorkCalendar: WorkCalendar = indexCalendar(currentStateCouncilCalendar)
