import type { DayDescription } from '../calendar/describe-day.ts'
import { describeDayNumber } from '../calendar/describe-day.ts'
import type { PlainDate } from '../plain-date.ts'
import { dayNumberOf, fromDayNumber } from '../plain-date.ts'
import type { Pause } from './clock-facts.ts'
import type { Clock, Gap } from './run-clock.ts'

/**
 * What a calendar day is to a limit:
 * `start` receipt, acceptance or fresh start: not counted · `superseded` before a later fresh start · `counted` ·
 * `rest` a day off · `paused` a day the pause leaves out · `moved` after the limit ended on a day off, up to the due date.
 */
export type DayRole = 'start' | 'superseded' | 'counted' | 'rest' | 'paused' | 'moved'

/** One calendar day of the picture: weekday, 休/班 from `day`, 停 and the number from `role` and `number`. */
export interface LedgerDay {
  readonly date: PlainDate
  readonly role: DayRole
  /** 第 n 日, on counted days. */
  readonly number: number | null
  readonly day: DayDescription
  /** The pause the day lies in, also on days off, which it does not leave out a second time. */
  readonly pause: Pause | null
  /** Counted towards the extension. */
  readonly extension: boolean
  readonly isDue: boolean
}

/**
 * Every calendar day from the first start to the due date. While the clock stands still there is no due date: then to the
 * day the open pause began, or to `until` if that is later.
 */
export const ledgerDaysOf = (clock: Clock, until: PlainDate | null = null): readonly LedgerDay[] => {
  const starts = new Set([clock.facts.start, ...clock.facts.restarts.map((restart) => restart.on)].map(dayNumberOf))
  const start = dayNumberOf(clock.start)
  const due = clock.due === null ? null : dayNumberOf(clock.due)
  const last = due ?? Math.max(openSince(clock), until === null ? 0 : dayNumberOf(until))
  const days: LedgerDay[] = []
  let number = 0
  let gapAt = 0
  for (let at = dayNumberOf(clock.facts.start); at <= last; at++) {
    const day = describeDayNumber(clock.calendar, at)
    while (gapAt < clock.gaps.length && endOf(clock.gaps[gapAt]) < at) gapAt++
    const gap = clock.gaps[gapAt]
    const pause = gap !== undefined && at > gap.from ? gap.pause : null
    const role = roleOf(clock, {
      at,
      start,
      isStart: starts.has(at),
      isOff: isOff(day),
      paused: pause !== null,
      number,
    })
    if (role === 'counted') number++
    days.push({
      date: fromDayNumber(at),
      role,
      number: role === 'counted' ? number : null,
      day,
      pause: role === 'moved' ? null : pause,
      extension: role === 'counted' && number > clock.rules.days,
      isDue: at === due,
    })
  }
  return days
}

interface Situation {
  readonly at: number
  readonly start: number
  readonly isStart: boolean
  readonly isOff: boolean
  readonly paused: boolean
  /** Days counted before this one. */
  readonly number: number
}

const roleOf = (clock: Clock, { at, start, isStart, isOff, paused, number }: Situation): DayRole => {
  if (isStart && at <= start) return 'start'
  if (at < start) return 'superseded'
  if (number >= clock.limit) return 'moved'
  if (clock.rules.unit === 'workday' && isOff) return 'rest'
  return paused ? 'paused' : 'counted'
}

const isOff = (day: DayDescription): boolean => day.kind === 'weekend' || day.kind === 'holiday'

const endOf = (gap: Gap | undefined): number => gap?.to ?? Number.POSITIVE_INFINITY

const openSince = (clock: Clock): number => clock.gaps[clock.gaps.length - 1]?.from ?? dayNumberOf(clock.start)
