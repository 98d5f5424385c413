import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { type PlainDate, dayNumberOf } from '../plain-date.ts'
import { issueClock } from '../service/service-clocks.ts'
import type { CaseKind, CaseState } from './case-state.ts'
import { caseClocks } from './clocks.ts'

/** The limits of a case as day numbers; null = no such limit. */
export interface DueDays {
  readonly statutory: number | null
  readonly promised: number | null
  /** Last day to hand over what was approved (行政许可法 44). */
  readonly issue: number | null
  readonly provisional: boolean
}

/** An open case whose limit, or whose certainty, another calendar changes. */
export interface MovedCase {
  readonly caseId: string
  readonly caseNo: string
  readonly kind: CaseKind
  readonly before: DueDays
  readonly after: DueDays
}

/** What another calendar changes of a case; null = nothing. */
export const movedLimits = (state: CaseState, inUse: WorkCalendar, calendar: WorkCalendar): MovedCase | null => {
  const [before, after] = [dueDaysOf(state, inUse), dueDaysOf(state, calendar)]
  if (names.every((name) => before[name] === after[name])) return null
  return { caseId: state.id, caseNo: state.caseNo, kind: state.kind, before, after }
}

const names = ['statutory', 'promised', 'issue', 'provisional'] as const

const dueDaysOf = (state: CaseState, calendar: WorkCalendar): DueDays => {
  const { statutory, promised } = caseClocks(state, calendar)
  return {
    statutory: dayOf(statutory?.due ?? null),
    promised: dayOf(promised?.due ?? null),
    issue: dayOf(state.kind === 'service' ? (issueClock(state, calendar)?.due ?? null) : null),
    provisional: (statutory?.provisional ?? false) || (promised?.provisional ?? false),
  }
}

const dayOf = (date: PlainDate | null): number | null => (date === null ? null : dayNumberOf(date))
