import { clockFactsOf } from '../case/clock-log.ts'
import type { CaseCommon } from '../case/case-common.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { workdayAfter } from '../calendar/work-calendar.ts'
import { type ClockRules, clockRules } from '../clock/clock-rules.ts'
import { runClock } from '../clock/run-clock.ts'
import type { PlainDate } from '../plain-date.ts'

/** A limit that the center sets itself: working days, and the longest extension; 0 = none. */
export interface OwnLimit {
  readonly days: number
  readonly extensionMax: number
}

/** No law names these limits, so they are promises: what is late is late against the promise. */
export const ownLimit = ({ days, extensionMax }: OwnLimit): ClockRules => clockRules({ days, extensionMax })

/** The newest entry of a table of settings that was in force on a day; the first one for days before it. */
export const inForceOn = <R extends { readonly from: PlainDate }>(settings: readonly [R, ...R[]], on: PlainDate): R =>
  settings.reduce((best, next) => (next.from <= on && next.from > best.from ? next : best), settings[0])

/** Day by which the limit ends, over all that happened to the clock of the case; null while no clock runs. */
export const dueUnder = (rules: ClockRules, state: CaseCommon, calendar: WorkCalendar): PlainDate | null => {
  const facts = clockFactsOf(state)
  if (facts === null) return null
  const clock = runClock(rules, rules.extensionMax === 0 ? { ...facts, extension: null } : facts, calendar)
  return clock.ok ? clock.value.due : null
}

/** True once `days` working days after `from` are over: then a person may confirm that nothing came. */
export const hasLapsed = (calendar: WorkCalendar, from: PlainDate, days: number, today: PlainDate): boolean =>
  today > workdayAfter(calendar, from, days)
