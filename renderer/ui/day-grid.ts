import { describeDay, type DayDescription } from '../../domain/calendar/describe-day.ts'
import type { Clock } from '../../domain/clock/run-clock.ts'
import { ledgerDaysOf, type LedgerDay } from '../../domain/clock/ledger-days.ts'
import { addDays, weekdayOf, type PlainDate } from '../../domain/plain-date.ts'

/** One square of the calendar. `ledger` null = outside of the ledger, only to fill the week. */
export interface DayCell {
  readonly date: PlainDate
  readonly day: DayDescription
  readonly ledger: LedgerDay | null
  readonly isToday: boolean
  /** The promised limit ends here. */
  readonly isPromised: boolean
  readonly isDue: boolean
  /** First day of a month, or first square: the month is written out. */
  readonly showsMonth: boolean
}

export interface DayWeek {
  readonly monday: PlainDate
  /** Month to name at the left of the row, 1–12: on the first row, and wherever a Monday is in another month. */
  readonly month: number | null
  readonly days: readonly DayCell[]
}

export interface DayGridInput {
  /** The limit whose days are numbered. */
  readonly clock: Clock
  /** End of the promised limit, when it is not the numbered one. */
  readonly promisedDue: PlainDate | null
  readonly today: PlainDate
}

/** The ledger of days in whole weeks, Monday to Sunday, from the first start to the due date. */
export const dayGridOf = ({ clock, promisedDue, today }: DayGridInput): readonly DayWeek[] => {
  const ledger = new Map(ledgerDaysOf(clock, today).map((day) => [day.date, day]))
  const dates = [...ledger.keys()]
  const first = dates[0] ?? clock.start
  const last = dates.at(-1) ?? clock.start
  const weeks: DayWeek[] = []
  let month = 0
  for (let monday = addDays(first, 1 - weekdayOf(first)); monday <= last; monday = addDays(monday, 7)) {
    const begins = weeks.length === 0 ? monthOf(first) : monthOf(monday)
    const named = begins === month ? null : begins
    if (named !== null) month = named
    const days = Array.from({ length: 7 }, (_, at): DayCell => {
      const date = addDays(monday, at)
      const entry = ledger.get(date) ?? null
      return {
        date,
        day: entry?.day ?? describeDay(clock.calendar, date),
        ledger: entry,
        isToday: date === today,
        isPromised: date === promisedDue,
        isDue: entry?.isDue ?? false,
        showsMonth: date.endsWith('-01'),
      }
    })
    weeks.push({ monday, month: named, days })
  }
  return weeks
}

const monthOf = (date: PlainDate): number => Number(date.slice(5, 7))

/** Where an arrow, page or end key moves in the calendar; null when it does not move or would leave it. */
export const moveDay = (key: string, date: PlainDate, first: PlainDate, last: PlainDate): PlainDate | null => {
  const step: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }
  if (key === 'Home') return first
  if (key === 'End') return last
  const days = step[key]
  if (days === undefined) return null
  const next = addDays(date, days)
  return next < first || next > last ? null : next
}
