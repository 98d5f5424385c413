import { type WorkCalendar, workdayAfter } from '../calendar/work-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Obligation, Owed } from './subject-facts.ts'

/**
 * Working days within which each thing is owed, counted from the day after its cause. Where a law has the number, the law is named;
 * the others are local practice, and a center sets its own.
 */
export const owedDays = {
  once_only_notice: 5, // 行政许可法 art. 32(1)(4)
  correction_notice: 7, // 条例 art. 30
  result_delivery: 10, // 行政许可法 art. 44
  publication: 20, // 条例 art. 26
  complaint_acceptance: 5, // local practice
  forwarding: 3, // local practice: village point to township center
} as const satisfies Partial<Record<Obligation, number>>

export type OwedDays = Readonly<Record<keyof typeof owedDays, number>>

/** What is owed since `from`, so many working days later. */
export const owedSince = (
  what: keyof OwedDays,
  n: number,
  from: PlainDate,
  doneOn: PlainDate | null,
  calendar: WorkCalendar,
  days: OwedDays = owedDays,
): Owed => ({ what, n, due: workdayAfter(calendar, from, days[what]), doneOn })

/** What is owed by a day that was agreed or computed elsewhere. */
export const owedBy = (what: Obligation, n: number, due: PlainDate, doneOn: PlainDate | null): Owed => ({
  what,
  n,
  due,
  doneOn,
})
