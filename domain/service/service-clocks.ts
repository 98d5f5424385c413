import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { CaseCommon } from '../case/case-common.ts'
import { clockFactsOf } from '../case/clock-log.ts'
import { clockFacts, pause } from '../clock/clock-facts.ts'
import { clockRules } from '../clock/clock-rules.ts'
import { type DualClock, dualClock } from '../clock/legal-time-state.ts'
import { lastPausedDay } from '../clock/told-pause.ts'
import { type Clock, runClock } from '../clock/run-clock.ts'
import type { PlainDate } from '../plain-date.ts'
import { licensingDays } from './licensing-days.ts'
import { limitsOf } from './limits.ts'
import { intakeLimits } from './service-limits.ts'
import type { StepRun } from './examination.ts'
import type { ServiceCase } from './service-state.ts'

/** Both limits to the decision; null without a clock. */
export const decisionClocks = (state: ServiceCase, calendar: WorkCalendar): DualClock | null => {
  const facts = clockFactsOf(state)
  if (facts === null) return null
  const clocks = dualClock(intakeLimits(state.intake), facts, calendar)
  return clocks.ok ? clocks.value : null
}

/** The ten working days from an approval to the licence in the applicant's hand (44); null = nothing is owed in time. */
export const issueClock = (
  { decision, delivery }: Pick<ServiceCase, 'decision' | 'delivery'>,
  calendar: WorkCalendar,
): Clock | null => {
  if (decision?.result !== 'approved') return null
  const rules = clockRules({ days: licensingDays.issue, articles: { limit: ['licensing:44', 'licensing:82'] } })
  const clock = runClock(rules, clockFacts(decision.on, { stop: delivery.receivedOn }), calendar)
  return clock.ok ? clock.value : null
}

/** The limit of one step, in the unit that the limits of the item count in; the pauses of the request stop it too. Null = it has none. */
export const stepClock = (
  state: CaseCommon & Pick<ServiceCase, 'intake'>,
  run: StepRun,
  calendar: WorkCalendar,
): Clock | null => {
  if (run.limitDays === null) return null
  const rules = clockRules({ days: run.limitDays, unit: limitsOf(state.intake.item).unit, startsOn: 'accepted' })
  const pauses = (clockFactsOf(state)?.pauses ?? []).flatMap((one) => {
    const last = lastPausedDay(one, calendar)
    if (last !== null && last <= run.from) return []
    // What is left of it when the step begins; the time told was told from its own first day.
    return [one.from < run.from ? pause(one.reason, run.from, last) : one]
  })
  const clock = runClock(rules, clockFacts(run.from, { pauses, stop: run.doneOn }), calendar)
  return clock.ok ? clock.value : null
}

/** Working days that have to pass before `today` are over: `today` lies after the last of them. */
export const isAfter = (due: PlainDate | null | undefined, today: PlainDate): boolean =>
  due !== null && due !== undefined && today > due
