import type { PlainDate } from '../plain-date.ts'
import { plainDate } from '../plain-date.ts'
import type { ClockFacts } from './clock-facts.ts'
import type { ClockRules } from './clock-rules.ts'
import { maxClockDays } from './clock-rules.ts'

/** Facts or rules that cannot be true together. */
export type ClockProblem =
  | { readonly code: 'days_out_of_range'; readonly days: number; readonly max: number }
  | { readonly code: 'date_out_of_range'; readonly date: PlainDate; readonly latest: PlainDate }
  | { readonly code: 'pause_before_start'; readonly from: PlainDate; readonly start: PlainDate }
  | { readonly code: 'resume_before_pause'; readonly from: PlainDate; readonly to: PlainDate }
  | { readonly code: 'restart_before_start'; readonly on: PlainDate; readonly start: PlainDate }
  | { readonly code: 'extension_not_allowed'; readonly days: number }
  | { readonly code: 'extension_out_of_range'; readonly days: number; readonly max: number }
  | { readonly code: 'stop_before_start'; readonly on: PlainDate; readonly start: PlainDate }

/** Every contradiction, in the order of the facts; empty = the clock can be run. */
export const findClockProblems = (rules: ClockRules, facts: ClockFacts): readonly ClockProblem[] => {
  const problems: ClockProblem[] = []
  const { start } = facts
  if (!Number.isInteger(rules.days) || rules.days < 0 || rules.days > maxClockDays) {
    problems.push({ code: 'days_out_of_range', days: rules.days, max: maxClockDays })
  }
  for (const date of datesOf(facts)) {
    if (date > latest) problems.push({ code: 'date_out_of_range', date, latest })
  }
  for (const { from, to } of facts.pauses) {
    if (from < start) problems.push({ code: 'pause_before_start', from, start })
    if (to !== null && to < from) problems.push({ code: 'resume_before_pause', from, to })
  }
  for (const { on } of facts.restarts) {
    if (on < start) problems.push({ code: 'restart_before_start', on, start })
  }
  if (facts.extension !== null) {
    const { days } = facts.extension
    const max = rules.extensionMax
    if (max === 0) problems.push({ code: 'extension_not_allowed', days })
    else if (!Number.isInteger(days) || days < 1 || days > max) {
      problems.push({ code: 'extension_out_of_range', days, max })
    }
  }
  if (facts.stop !== null && facts.stop < start) problems.push({ code: 'stop_before_start', on: facts.stop, start })
  return problems
}

/** Room for the longest limit before the year 9999, where dates end. */
const latest = plainDate('9900-12-31')

const datesOf = (facts: ClockFacts): readonly PlainDate[] => [
  facts.start,
  ...facts.pauses.flatMap(({ from, to }) => (to === null ? [from] : [from, to])),
  ...facts.restarts.map(({ on }) => on),
  ...(facts.stop === null ? [] : [facts.stop]),
]
