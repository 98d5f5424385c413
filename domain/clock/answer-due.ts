import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import type { Result } from '../result.ts'
import { ok } from '../result.ts'
import type { ClockProblem } from './clock-problem.ts'
import { workdaysCounted } from './count-days.ts'
import type { LedgerEntry } from './ledger.ts'
import { ledgerOf } from './ledger.ts'
import type { DueQuery } from './parse-due-query.ts'
import { runClock } from './run-clock.ts'

/** What the command line prints for `due --json`. */
export interface DueAnswer {
  /** Null = not known: a pause is open. */
  readonly due: PlainDate | null
  /** 暂定: the date depends on days for which no arrangement is published. */
  readonly provisional: boolean
  readonly provisionalFrom: PlainDate | null
  /** Working days counted towards the due date. */
  readonly workdays: number | null
  readonly ledger: readonly LedgerEntry[]
  /** Id of the calendar version. */
  readonly calendar: string
}

export const answerDue = (
  query: Pick<DueQuery, 'rules' | 'facts'>,
  calendar: WorkCalendar,
): Result<DueAnswer, readonly ClockProblem[]> => {
  const clock = runClock(query.rules, query.facts, calendar)
  if (!clock.ok) return clock
  const { due, provisional, provisionalFrom, calendarId } = clock.value
  return ok({
    due,
    provisional,
    provisionalFrom,
    workdays: workdaysCounted(clock.value),
    ledger: ledgerOf(clock.value),
    calendar: calendarId,
  })
}
