import type { PlainDate } from '../plain-date.ts'
import { dayNumberOf, fromDayNumber, weekdayOfDayNumber } from '../plain-date.ts'
import type { CalendarVersion, DecreedDay } from './calendar-version.ts'

/**
 * A calendar version made ready for counting: adding working days is two array reads. Day numbers are days since
 * 1970-01-01. Before `firstDay` and after `lastDay` Monday to Friday are taken as working days, which is provisional.
 */
export interface WorkCalendar {
  readonly id: string
  readonly version: CalendarVersion
  readonly firstDay: number
  readonly lastDay: number
  /** `rank[i]` = working days among the first i + 1 covered days. */
  readonly rank: Int32Array
  /** `workdays[k]` = day number of the covered working day number k + 1. */
  readonly workdays: Int32Array
  readonly decreed: ReadonlyMap<number, DecreedDay>
}

export const indexCalendar = (version: CalendarVersion): WorkCalendar => {
  const firstDay = dayNumberOf(version.from)
  const lastDay = dayNumberOf(version.to)
  const decreed = new Map(version.days.map((day) => [dayNumberOf(day.date), day]))
  const rank = new Int32Array(lastDay - firstDay + 1)
  const workdays: number[] = []
  for (let day = firstDay; day <= lastDay; day++) {
    const decree = decreed.get(day)
    if (decree === undefined ? weekdayOfDayNumber(day) <= 5 : decree.kind === 'work') workdays.push(day)
    rank[day - firstDay] = workdays.length
  }
  return { id: version.id, version, firstDay, lastDay, rank, workdays: Int32Array.from(workdays), decreed }
}

export const isCovered = (calendar: WorkCalendar, day: number): boolean =>
  day >= calendar.firstDay && day <= calendar.lastDay

export const isWorkday = (calendar: WorkCalendar, day: number): boolean => {
  const decree = isCovered(calendar, day) ? calendar.decreed.get(day) : undefined
  return decree === undefined ? weekdayOfDayNumber(day) <= 5 : decree.kind === 'work'
}

/** Working days in (`from`, `to`]; 0 when `to` is not after `from`. */
export const countWorkdays = (calendar: WorkCalendar, from: number, to: number): number =>
  to <= from ? 0 : workdaysThrough(calendar, to) - workdaysThrough(calendar, from)

/** The day that is working day number `count` after `day`; `day` itself is never counted. 0 gives `day` back. */
export const addWorkdays = (calendar: WorkCalendar, day: number, count: number): number =>
  count === 0 ? day : workdayAt(calendar, workdaysThrough(calendar, day) + count)

/** `day` when it is worked, otherwise the next working day. */
export const firstWorkdayFrom = (calendar: WorkCalendar, day: number): number =>
  workdayAt(calendar, workdaysThrough(calendar, day - 1) + 1)

/** `addWorkdays` on dates. */
export const workdayAfter = (calendar: WorkCalendar, date: PlainDate, count: number): PlainDate =>
  fromDayNumber(addWorkdays(calendar, dayNumberOf(date), count))

/** `countWorkdays` on dates: working days after `from` up to and including `to`. */
export const workdaysBetween = (calendar: WorkCalendar, from: PlainDate, to: PlainDate): number =>
  countWorkdays(calendar, dayNumberOf(from), dayNumberOf(to))

/** Working days from the first covered day to `day`; negative before it. */
const workdaysThrough = (calendar: WorkCalendar, day: number): number => {
  const { firstDay, lastDay, rank, workdays } = calendar
  if (day < firstDay) return weekdaysThrough(day) - weekdaysThrough(firstDay - 1)
  if (day > lastDay) return workdays.length + weekdaysThrough(day) - weekdaysThrough(lastDay)
  return rank[day - firstDay] ?? 0
}

/** The inverse: the earliest day for which `workdaysThrough` is `position`. */
const workdayAt = (calendar: WorkCalendar, position: number): number => {
  const { firstDay, lastDay, workdays } = calendar
  if (position < 1) return weekdayAt(weekdaysThrough(firstDay - 1) + position)
  return workdays[position - 1] ?? weekdayAt(weekdaysThrough(lastDay) + position - workdays.length)
}

/** 1969-12-29, a Monday: weekdays are counted in whole weeks from here. */
const someMonday = -3

const weekdaysThrough = (day: number): number => {
  const days = day - someMonday + 1
  const weeks = Math.floor(days / 7)
  return weeks * 5 + Math.min(days - weeks * 7, 5)
}

const weekdayAt = (position: number): number => {
  const weeks = Math.floor((position - 1) / 5)
  return someMonday + weeks * 7 + (position - 1 - weeks * 5)
}
