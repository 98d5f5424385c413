import { type WorkCalendar, workdayAfter } from '../calendar/work-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Obligation, Owed } from './subject-facts.ts'

/** Working days for telling once what is missing, counted from the day after the request came in (行政许可法 art. 32(1)(4)). */
const onceOnlyNoticeDays = 5

export const onceOnlyNoticeOwed = (from: PlainDate, doneOn: PlainDate | null, calendar: WorkCalendar): Owed => ({
  what: 'once_only_notice',
  n: 1,
  due: workdayAfter(calendar, from, onceOnlyNoticeDays),
  doneOn,
})

/** What is owed by a day that was agreed or computed elsewhere. */
export const owedBy = (what: Obligation, n: number, due: PlainDate, doneOn: PlainDate | null): Owed => ({
  what,
  n,
  due,
  doneOn,
})
