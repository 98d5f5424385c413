import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { countWorkdays } from '../calendar/work-calendar.ts'
import type { CaseCommon } from '../case/case-common.ts'
import type { ClockRules } from '../clock/clock-rules.ts'
import type { PlainDate } from '../plain-date.ts'
import { dayNumberOf } from '../plain-date.ts'
import { dueUnder } from './contact-rules.ts'

/** The day something was promised for, and by how many working days it came later; null = it has not come. */
export const dueAndOver = (
  rules: ClockRules,
  state: CaseCommon,
  doneOn: PlainDate | null,
  calendar: WorkCalendar,
): { readonly due: PlainDate | null; readonly overdueDays: number | null } => {
  const due = dueUnder(rules, state, calendar)
  if (doneOn === null || due === null) return { due, overdueDays: null }
  return { due, overdueDays: Math.max(0, countWorkdays(calendar, dayNumberOf(due), dayNumberOf(doneOn))) }
}
