import type { PlainDate } from '../plain-date.ts'
import { addDays, comparePlainDates, daysBetween, plainDate } from '../plain-date.ts'

/** A day on which an arrangement departs from the week: a day off, or a Saturday or Sunday that is worked (调休上班). */
export interface CalendarDay {
  readonly date: PlainDate
  readonly kind: 'off' | 'work'
  /** The holiday it belongs to, in the notice's words, e.g. `国庆节、中秋节`. */
  readonly name: string
}

/** One published arrangement, or one published change of it. It may reach into the December before its year (New Year). */
export interface HolidayNotice {
  /** `2026-1` = the first arrangement of 2026, `2020-2` = its first change. */
  readonly id: string
  readonly year: number
  /** 发文字号; null = not known to us. */
  readonly number: string | null
  readonly publishedOn: string
  readonly url: string
  /** Where the days were copied from. */
  readonly origin: string
  readonly days: readonly CalendarDay[]
  /** Days off of a local government (放假办法 art. 4). Absent = an arrangement of the State Council, for the whole country. */
  readonly scope?: 'regional'
}

export interface DecreedDay extends CalendarDay {
  /** Id of the notice or regional rule that decrees it. */
  readonly decree: string
  /** 放假办法 art. 7 for the whole country, art. 4 for a region. */
  readonly scope: 'national' | 'regional'
}

/**
 * A calendar as it was known at one time: never edited, only followed by a newer one. A deadline names the version it was
 * reckoned with.
 */
export interface CalendarVersion {
  /** Id of its newest notice, with `+id` for each regional overlay; printed as 日历 2026-1. */
  readonly id: string
  /** First and last day that a published arrangement covers. Outside, only the plain week is known: a date is provisional. */
  readonly from: PlainDate
  readonly to: PlainDate
  readonly publishedOn: string
  readonly source: string
  /** Ascending, one entry a date. */
  readonly days: readonly DecreedDay[]
}

/**
 * The calendar that follows from these notices, in order of publication. Where two decree the same day the later one holds.
 * Throws RangeError when the list is empty.
 */
export const composeCalendar = (notices: readonly HolidayNotice[]): CalendarVersion => {
  const first = notices[0]
  const last = notices[notices.length - 1]
  if (first === undefined || last === undefined) throw new RangeError('A calendar needs at least one notice')
  const byDate = new Map<PlainDate, DecreedDay>()
  for (const notice of notices) {
    for (const day of notice.days) byDate.set(day.date, { ...day, decree: notice.id, scope: 'national' })
  }
  return {
    id: last.id,
    from: plainDate(`${first.year}-01-01`),
    // A change of this year may be published after the arrangement of the next.
    to: plainDate(`${Math.max(...notices.map(({ year }) => year))}-12-31`),
    publishedOn: last.publishedOn,
    source: last.number ?? last.url,
    days: [...byDate.values()].sort((a, b) => comparePlainDates(a.date, b.date)),
  }
}

/** Days off from `from` to `to`, both included. */
export const off = (from: string, to: string, name: string): CalendarDay[] => {
  const first = plainDate(from)
  const count = daysBetween(first, plainDate(to)) + 1
  return Array.from({ length: count }, (_, n) => ({ date: addDays(first, n), kind: 'off', name }))
}

/** A Saturday or Sunday that is worked. */
export const work = (date: string, name: string): CalendarDay => ({ date: plainDate(date), kind: 'work', name })
