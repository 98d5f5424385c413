import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { CheckContext } from '../case/case-module.ts'
import { clockFactsOf, recordedFactsOf } from '../case/clock-log.ts'
import { type Refusal, refusal } from '../case/refusal.ts'
import { findClockProblems } from '../clock/clock-problem.ts'
import { type Clock, runClock } from '../clock/run-clock.ts'
import { disclosureLimits } from './disclosure-limits.ts'
import type { DisclosureCase } from './disclosure-state.ts'

/** The reply limit of a case over its facts; null while no clock runs. */
export const replyClock = (state: DisclosureCase, calendar: WorkCalendar): Clock | null => {
  const facts = clockFactsOf(state)
  const rules = disclosureLimits(state).statutory
  if (facts === null || rules === null) return null
  const clock = runClock(rules, facts, calendar)
  if (!clock.ok) throw new Error(`clock of a request: ${clock.error.map(({ code }) => code).join(', ')}`)
  return clock.value
}

/** Nothing lengthens or renews a limit that has run out: a late reply stays late. */
export const ranOut = (
  state: DisclosureCase,
  article: Refusal['article'],
  { today, calendar }: CheckContext,
): Refusal | null => {
  const due = replyClock(state, calendar)?.due ?? null
  return due !== null && today > due ? refusal('limit_run_out', { article, params: { due } }) : null
}

/** The case as it would be has facts that cannot all be true. */
export const contradiction = (after: DisclosureCase): Refusal | null => {
  const facts = recordedFactsOf(after)
  const rules = disclosureLimits(after).statutory
  if (facts === null || rules === null) return null
  const [first] = findClockProblems(rules, facts)
  return first === undefined ? null : refusal('clock_contradiction', { params: { problem: first.code } })
}
