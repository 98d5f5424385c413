import { type PlainDate, plainDate } from '../plain-date.ts'
import type { CalendarVersion, DecreedDay, HolidayNotice } from './calendar-version.ts'
import { withRegionalOverlay } from './regional-overlay.ts'
import { type CalendarProblem, validateCalendar } from './validate-calendar.ts'

export type NoticeDefect =
  | CalendarProblem
  /** A local government gives days off; it makes nobody work on one (放假办法 art. 4). */
  | { readonly code: 'overlay_makes_worked'; readonly date: PlainDate }
  | { readonly code: 'overlay_outside_coverage'; readonly date: PlainDate }
  | { readonly code: 'overlay_empty' }

/** Everything that speaks against taking a notice into use beside the calendar in use; empty = it may be. */
export const findNoticeDefects = (notice: HolidayNotice, inUse: CalendarVersion): readonly NoticeDefect[] =>
  notice.scope === 'regional' ? regionalDefects(notice, inUse) : nationalDefects(notice, inUse)

/** The whole calendar as it would be: a notice that skips a year, or was cut off, leaves holidays out. */
const nationalDefects = (notice: HolidayNotice, inUse: CalendarVersion): readonly NoticeDefect[] => {
  const twice = datesTwice(notice)
  const days = new Map<string, DecreedDay>(
    inUse.days.filter(({ scope }) => scope === 'national').map((day) => [day.date, day]),
  )
  for (const day of notice.days) days.set(day.date, { ...day, decree: notice.id, scope: 'national' })
  const to = plainDate(`${notice.year}-12-31`)
  const checked = validateCalendar({
    id: notice.id,
    from: inUse.from,
    to: to > inUse.to ? to : inUse.to,
    publishedOn: notice.publishedOn,
    source: notice.number ?? notice.url,
    days: [...days.values()],
  })
  return [...twice, ...(checked.ok ? [] : checked.error)]
}

const regionalDefects = (notice: HolidayNotice, inUse: CalendarVersion): readonly NoticeDefect[] => {
  const { id, number, url, days } = notice
  const overlaid = withRegionalOverlay(inUse, { id, source: number ?? url, daysOff: days })
  return [
    ...(id.trim() === '' ? [{ code: 'id_missing' } as const] : []),
    ...((number ?? url).trim() === '' ? [{ code: 'source_missing' } as const] : []),
    ...(days.length === 0 ? [{ code: 'overlay_empty' } as const] : []),
    ...datesTwice(notice),
    ...days.filter(({ name }) => name.trim() === '').map(({ date }) => ({ code: 'name_missing', date }) as const),
    ...days.filter(({ kind }) => kind === 'work').map(({ date }) => ({ code: 'overlay_makes_worked', date }) as const),
    ...(overlaid.ok ? [] : overlaid.error),
  ]
}

const datesTwice = ({ days }: HolidayNotice): readonly NoticeDefect[] => {
  const seen = new Set<string>()
  return days.flatMap(({ date }) => {
    if (seen.has(date)) return [{ code: 'duplicate_date', date } as const]
    seen.add(date)
    return []
  })
}
