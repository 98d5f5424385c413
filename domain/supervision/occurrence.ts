import { assertNever } from '../assert-never.ts'
import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { countWorkdays } from '../calendar/work-calendar.ts'
import { countedOn, remainingOn } from '../clock/count-days.ts'
import type { Clock } from '../clock/run-clock.ts'
import { type PlainDate, addDays, dayNumberOf, fromDayNumber } from '../plain-date.ts'
import type { Trigger } from './rule.ts'
import type { SubjectFacts } from './subject-facts.ts'

/** One thing that set a trigger off, and since when. */
export interface Occurrence {
  /** Names the same thing for ever, however dates are corrected: `promised.0.0`, `step.2`. */
  readonly occasion: string
  readonly since: PlainDate
  /** The day that was, or is about to be, missed; null where none is. */
  readonly due: PlainDate | null
}

/** Everything that set the trigger off up to and including `asOf`. It looks at the facts only: whoever asks later is told the same and more. */
export const occurrencesOf = (
  trigger: Trigger,
  facts: SubjectFacts,
  asOf: PlainDate,
  calendar: WorkCalendar,
): readonly Occurrence[] => {
  switch (trigger.kind) {
    case 'days_left':
      return limitsAhead(facts).flatMap(({ name, clock }) =>
        // A limit no longer than the reminder would remind on the day of its start.
        clock.limit <= trigger.days
          ? []
          : approaching(name, clock, asOf, (on) => workdaysLeft(clock, on, calendar) <= trigger.days),
      )
    case 'elapsed':
      return limitsAhead(facts).flatMap(({ name, clock }) =>
        clock.limit === 0
          ? []
          : approaching(name, clock, asOf, (on) => countedOn(clock, on) * 100 >= clock.limit * trigger.percent),
      )
    case 'promise_passed':
      return passed('promised', facts.clocks.promised, asOf)
    case 'statutory_passed':
      return passed('statutory', facts.clocks.statutory, asOf)
    case 'owed_late':
      return facts.owed.flatMap(({ what, n, due, doneOn }) =>
        what === trigger.what && isMissed(due, doneOn, asOf)
          ? [{ occasion: `${what}.${n}`, since: addDays(due, 1), due }]
          : [],
      )
    case 'unlawful_charge':
      return facts.charges.flatMap(({ n, on, chargedFen, allowedFen }) =>
        chargedFen > allowedFen && on <= asOf ? [{ occasion: `charge.${n}`, since: on, due: null }] : [],
      )
    case 'refused_without_reasons':
      return facts.refusals.flatMap(({ n, on, reasons }) =>
        !reasons && on <= asOf ? [{ occasion: `refusal.${n}`, since: on, due: null }] : [],
      )
    default:
      return assertNever(trigger)
  }
}

interface NamedClock {
  readonly name: string
  readonly clock: Clock
}

/** Limits that are worth a reminder; of two that end on one day only the promise. */
const limitsAhead = ({ clocks: { promised, statutory }, owed }: SubjectFacts): readonly NamedClock[] => [
  ...(promised === null ? [] : [{ name: 'promised', clock: promised }]),
  ...(statutory === null || (promised !== null && promised.due === statutory.due)
    ? []
    : [{ name: 'statutory', clock: statutory }]),
  ...owed.flatMap(({ what, n, clock }) => (clock === undefined ? [] : [{ name: `${what}.${n}`, clock }])),
]

/**
 * Fresh starts and an extension give the limit a new length, so what was said about the old one is said again; every other correction
 * (receipt date, a pause) is the same occasion still.
 */
const occasionOf = (name: string, clock: Clock): string =>
  `${name}.${clock.facts.restarts.length}.${clock.facts.extension === null ? 0 : 1}`

const approaching = (
  name: string,
  clock: Clock,
  asOf: PlainDate,
  near: (on: PlainDate) => boolean,
): readonly Occurrence[] => {
  const { stop } = clock.facts
  const since = firstDay(clock.start, stop !== null && stop < asOf ? stop : asOf, near)
  // Done on the very day needs no reminder.
  return since === null || since === stop ? [] : [{ occasion: occasionOf(name, clock), since, due: clock.due }]
}

const passed = (name: 'promised' | 'statutory', clock: Clock | null, asOf: PlainDate): readonly Occurrence[] =>
  clock === null || clock.due === null || !isMissed(clock.due, clock.facts.stop, asOf)
    ? []
    : [{ occasion: occasionOf(name, clock), since: addDays(clock.due, 1), due: clock.due }]

const isMissed = (due: PlainDate, doneOn: PlainDate | null, asOf: PlainDate): boolean =>
  asOf > due && (doneOn === null || doneOn > due)

/** Days stop counting in a pause. A limit in calendar days is seen in working days, since nobody answers on the others. */
const workdaysLeft = (clock: Clock, on: PlainDate, calendar: WorkCalendar): number => {
  if (clock.rules.unit === 'workday') return remainingOn(clock, on)
  return clock.due === null
    ? Number.POSITIVE_INFINITY
    : countWorkdays(calendar, dayNumberOf(on), dayNumberOf(clock.due))
}

/** The first day in [`from`, `to`] for which `holds`, which never ceases to hold once it does. */
const firstDay = (from: PlainDate, to: PlainDate, holds: (on: PlainDate) => boolean): PlainDate | null => {
  if (to < from || !holds(to)) return null
  let low = dayNumberOf(from)
  let high = dayNumberOf(to)
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (holds(fromDayNumber(middle))) high = middle
    else low = middle + 1
  }
  return fromDayNumber(low)
}
