import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { workdayAfter } from '../calendar/work-calendar.ts'
import { type ClockFacts, clockFacts } from '../clock/clock-facts.ts'
import { type DualClock, dualClock } from '../clock/legal-time-state.ts'
import { replyLimits } from '../disclosure/disclosure-limits.ts'
import { regulationOn } from '../disclosure/regulation.ts'
import type { PlainDate } from '../plain-date.ts'
import { onceOnlyNoticeDays } from '../service/limits.ts'
import { serviceLimits } from '../service/service-limits.ts'
import type { CaseLimits } from './case-module.ts'
import type { CaseState } from './case-state.ts'
import { clockFactsOf } from './clock-log.ts'
import { moduleOf } from './modules.ts'

/** No clock runs: before acceptance or confirmation, or for an item without any limit. */
export const noClocks: DualClock = { statutory: null, promised: null }

/** Both limits of a case as it stands. */
export const caseClocks = (state: CaseState, calendar: WorkCalendar): DualClock => {
  const facts = clockFactsOf(state)
  return facts === null ? noClocks : run(moduleOf(state.kind).limits(state), facts, calendar)
}

/** Limits of an item if accepted on `start`. */
export const serviceClocks = (
  item: Parameters<typeof serviceLimits>[0],
  start: PlainDate,
  calendar: WorkCalendar,
  stop: PlainDate | null = null,
): DualClock => run(serviceLimits(item), clockFacts(start, { stop }), calendar)

/** Reply limit of a disclosure request received on `start`. */
export const disclosureClocks = (start: PlainDate, calendar: WorkCalendar, stop: PlainDate | null = null): DualClock =>
  run(replyLimits(start), clockFacts(start, { stop }), calendar)

/** Last day for the once-only notice on papers that arrived on `arrivedOn` (行政许可法 art. 32(1)(4)); after it they count as accepted. */
export const onceOnlyNoticeDue = (arrivedOn: PlainDate, calendar: WorkCalendar): PlainDate =>
  workdayAfter(calendar, arrivedOn, onceOnlyNoticeDays)

/** Last day for the correction notice on a request received on `receivedOn` (条例 art. 30); null where the Regulation gives no number. */
export const correctionNoticeDue = (receivedOn: PlainDate, calendar: WorkCalendar): PlainDate | null => {
  const { correctionNoticeDays } = regulationOn(receivedOn)
  return correctionNoticeDays === null ? null : workdayAfter(calendar, receivedOn, correctionNoticeDays)
}

const run = (limits: CaseLimits, facts: ClockFacts, calendar: WorkCalendar): DualClock => {
  const result = dualClock(limits, facts, calendar)
  // Guards let no fact in that contradicts the rules; if one is there, the fold is wrong.
  if (!result.ok) throw new Error(`clock of a case: ${result.error.map(({ code }) => code).join(', ')}`)
  return result.value
}
