import type { Article } from '../law/article.ts'
import type { PlainDate, Weekday } from '../plain-date.ts'
import { dayNumberOf, weekdayOfDayNumber } from '../plain-date.ts'
import type { WorkCalendar } from './work-calendar.ts'
import { isCovered } from './work-calendar.ts'

/** `makeup` = a Saturday or Sunday that is worked (班). */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeup'

export interface DayDescription {
  readonly kind: DayKind
  readonly weekday: Weekday
  /** Of a holiday: its name. Of a make-up day: the holiday it makes up for. */
  readonly holidayName: string | null
  /** Notice or regional rule that makes the day other than its weekday. */
  readonly decree: string | null
  /** Why it is no ordinary working day. */
  readonly article: Article | null
  /** False = no arrangement is published for this day, so its kind is a guess by the week. */
  readonly covered: boolean
}

export const describeDay = (calendar: WorkCalendar, date: PlainDate): DayDescription =>
  describeDayNumber(calendar, dayNumberOf(date))

export const describeDayNumber = (calendar: WorkCalendar, day: number): DayDescription => {
  const weekday = weekdayOfDayNumber(day)
  const covered = isCovered(calendar, day)
  const decree = covered ? calendar.decreed.get(day) : undefined
  if (decree === undefined) {
    return weekday <= 5
      ? { kind: 'workday', weekday, holidayName: null, decree: null, article: null, covered }
      : { kind: 'weekend', weekday, holidayName: null, decree: null, article: 'workingHours:7', covered }
  }
  return {
    kind: decree.kind === 'off' ? 'holiday' : 'makeup',
    weekday,
    holidayName: decree.name,
    decree: decree.decree,
    article: decree.scope === 'national' ? 'holidays:7' : 'holidays:4',
    covered,
  }
}
