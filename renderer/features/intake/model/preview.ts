import type { WorkCalendar } from '../../../../domain/calendar/work-calendar.ts'
import type { CaseAct } from '../../../../domain/case/case-act.ts'
import {
  correctionNoticeDue,
  disclosureClocks,
  noClocks,
  onceOnlyNoticeDue,
  serviceClocks,
} from '../../../../domain/case/clocks.ts'
import { decide } from '../../../../domain/case/decide.ts'
import { refusal, type FieldProblem, type Refusal } from '../../../../domain/case/refusal.ts'
import type { Role } from '../../../../domain/case/role.ts'
import type { DualClock } from '../../../../domain/clock/legal-time-state.ts'
import { receiptDate } from '../../../../domain/disclosure/receipt-date.ts'
import type { PlainDate } from '../../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../../domain/result.ts'
import { gapsOf } from '../../../../domain/service/materials.ts'
import { parseDateEntry } from './date-entry.ts'
import { formToAct } from './form-act.ts'
import type { DisclosureFields, IntakeForm } from './form-model.ts'
import type { IntakeActKind } from './intake-act.ts'

export interface PreviewContext {
  readonly today: PlainDate
  readonly role: Role
  readonly calendar: WorkCalendar
}

/** The act as it would be sent, or why it would be refused. */
export type Attempt = Result<CaseAct, Refusal>

/** The domain's own answer to an opening act, by the same `decide` that runs in the host when the key is pressed. */
export const attempt = (form: IntakeForm, kind: IntakeActKind, context: PreviewContext): Attempt => {
  const act = formToAct(form, kind, context.today)
  if (!act.ok) return err(refusal('invalid_fields', { fields: act.error }))
  const decided = decide(null, act.value, {
    today: context.today,
    role: context.role,
    calendar: context.calendar,
    nextCaseNo: () => '',
    nextLetterNo: () => '',
  })
  return decided.ok ? ok(act.value) : decided
}

/** The act that the facts call for (行政许可法 art. 32(1)(4)–(5)): F9. */
export const mainActOf = (form: IntakeForm): 'service.accept' | 'service.notice' | 'disclosure.register' | null => {
  if (form.matter === null) return null
  if (form.matter.kind === 'disclosure') return 'disclosure.register'
  return gapsOf(form.materials).length === 0 ? 'service.accept' : 'service.notice'
}

/** All that keeps the main act from being recorded, in the order of the screen. */
export const problemsOf = (form: IntakeForm, context: PreviewContext): readonly FieldProblem[] => {
  const main = mainActOf(form)
  if (main === null) return []
  const tried = attempt(form, main, context)
  return tried.ok ? [] : tried.error.fields
}

/** Dates of the panel at the right. `start` is the day the clock would start from; null while that is open. */
export interface ClockPreview {
  readonly start: PlainDate | null
  readonly clocks: DualClock
  /** Last day to ask for what is missing: once-only notice (service) or correction notice (disclosure). */
  readonly noticeDue: PlainDate | null
}

/**
 * Both limits as they would run. A service case is shown as if everything came in and were accepted today; a disclosure request from its receipt
 * date (条例 art. 31), where it has one.
 */
export const clockPreview = (
  matter: IntakeForm['matter'],
  arrival: Pick<DisclosureFields, 'channel' | 'arrivedOn' | 'confirmedOn'>,
  { today, calendar }: Omit<PreviewContext, 'role'>,
): ClockPreview => {
  if (matter === null) return open
  if (matter.kind === 'service') {
    const clocks = serviceClocks(matter.item, today, calendar)
    return { start: today, clocks, noticeDue: onceOnlyNoticeDue(today, calendar) }
  }
  const arrivedOn = parseDateEntry(arrival.arrivedOn, today, 'before')
  const confirmedOn = parseDateEntry(arrival.confirmedOn, today, 'before')
  const start = arrivedOn === null ? null : receiptDate({ channel: arrival.channel, arrivedOn, confirmedOn })
  if (start === null || start > today) return open
  return { start, clocks: disclosureClocks(start, calendar), noticeDue: correctionNoticeDue(start, calendar) }
}

const open: ClockPreview = { start: null, clocks: noClocks, noticeDue: null }
