import { workdayAfter } from '../../../../domain/calendar/work-calendar.ts'
import { countedOn } from '../../../../domain/clock/count-days.ts'
import { type LegalTimeState, legalTimeState } from '../../../../domain/clock/legal-time-state.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import type { SpecialRun, StepRun } from '../../../../domain/service/examination.ts'
import { stepClock } from '../../../../domain/service/service-clocks.ts'
import type { ServiceCase } from '../../../../domain/service/service-state.ts'
import { timeThresholds } from '../../../time-thresholds.ts'
import { workCalendar } from '../../../work-calendar.ts'

export interface StepTime {
  readonly state: LegalTimeState
  readonly used: number
  readonly limit: number
  /** Null while an open pause hides it. */
  readonly due: PlainDate | null
}

/** How a step stands against its own limit, which is the office's own: past it the step is late, not the law broken. Null = it has none. */
export const stepTime = (state: ServiceCase, run: StepRun, today: PlainDate): StepTime | null => {
  const clock = stepClock(state, run, workCalendar())
  if (clock === null) return null
  const stop = run.doneOn ?? today
  return {
    state: legalTimeState({ statutory: null, promised: clock }, today, timeThresholds()),
    used: countedOn(clock, stop < today ? stop : today),
    limit: clock.limit,
    due: clock.due,
  }
}

/** Last day of the time that was told for it, and whether that is over. */
export const specialOf = (
  { from, days }: Pick<SpecialRun, 'from' | 'days'>,
  today: PlainDate,
): { readonly until: PlainDate; readonly over: boolean } => {
  const until = workdayAfter(workCalendar(), from, days)
  return { until, over: today > until }
}
