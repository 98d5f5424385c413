import type { CaseCommon } from '../case/case-common.ts'
import type { CheckContext } from '../case/case-module.ts'
import { extensionOf } from '../case/clock-log.ts'
import type { Refusal } from '../case/refusal.ts'
import { refusal } from '../case/refusal.ts'
import type { ClockRules } from '../clock/clock-rules.ts'
import type { PlainDate } from '../plain-date.ts'
import { dueUnder, hasLapsed } from './contact-rules.ts'

/** One extension, no longer than the rules allow, and before the limit is over: what is late stays late. */
export const guardExtension = (
  state: CaseCommon,
  rules: ClockRules,
  days: number,
  { today, calendar }: CheckContext,
): Refusal | null => {
  if (extensionOf(state) !== null) return refusal('extension_given')
  if (days < 1 || days > rules.extensionMax)
    return refusal('extension_too_long', { params: { max: rules.extensionMax } })
  const due = dueUnder(rules, state, calendar)
  return due !== null && due < today ? refusal('extension_late', { params: { due } }) : null
}

/** The timed way out of a waiting state is open only when the time has run out. */
export const guardLapse = (since: PlainDate, days: number, { today, calendar }: CheckContext): Refusal | null =>
  hasLapsed(calendar, since, days, today) ? null : refusal('time_not_run_out', { params: { days } })
