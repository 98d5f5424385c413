import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts'
import type { CaseAct } from '../../../domain/case/case-act.ts'
import {
  correctionNoticeDue,
  disclosureClocks,
  noClocks,
  onceOnlyNoticeDue,
  serviceClocks,
} from '../../../domain/case/clocks.ts'
import { decide } from '../../../domain/case/decide.ts'
import { refusal, type FieldProblem, type Refusal } from '../../../domain/case/refusal.ts'
import type { Role } from '../../../domain/case/role.ts'
import { clockFacts } from '../../../domain/clock/clock-facts.ts'
import { type DualClock, dualClock } from '../../../domain/clock/legal-time-state.ts'
import { complaintTermsOn } from '../../../domain/complaint/complaint-rules.ts'
import { consultationTermsOn } from '../../../domain/consultation/consultation-rules.ts'
import type { StaffRef } from '../../../domain/contact/contact-intake.ts'
import { ownLimit } from '../../../domain/contact/contact-rules.ts'
import { receiptDate } from '../../../domain/disclosure/receipt-date.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { gapsOf } from '../../../domain/service/materials.ts'
import { bundleClocks } from './bundle-act.ts'
import { parseDateEntry } from './date-entry.ts'
import { formToAct } from './form-act.ts'
import { isContact, type ContactKind, type DisclosureFields, type IntakeForm } from './form-model.ts'
import type { IntakeActKind } from './intake-act.ts'

export interface PreviewContext {
  readonly today: PlainDate
  readonly role: Role
  readonly calendar: WorkCalendar
  /** Whoever sits at the window. */
  readonly user: StaffRef
}

/** The act as it would be sent, or why it would be refused. */
export type Attempt = Result<CaseAct, Refusal>

/** The domain's own answer to an opening act, by the same `decide` that runs in the host when the key is pressed. */
export const attempt = (form: IntakeForm, kind: IntakeActKind, context: PreviewContext): Attempt => {
  const act = formToAct(form, kind, context.today, context.user)
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
export const mainActOf = (form: IntakeForm): Exclude<IntakeActKind, 'service.refuse' | 'service.submit'> | null => {
  const { matter } = form
  if (matter === null) return null
  if (matter.kind !== 'service') {
    if (matter.kind === 'bundle') return 'bundle.open'
    if (matter.kind !== 'consultation') return `${matter.kind}.register`
    return form.contact.answer.trim() === '' ? 'consultation.register' : 'consultation.answer_at_once'
  }
  if (gapsOf(form.materials).length > 0) return 'service.notice'
  // What can be decided on the spot is (34(2)).
  return matter.item.handling === 'instant' ? 'service.instant' : 'service.accept'
}

/** All that keeps the main act from being recorded, in the order of the screen. */
export const problemsOf = (form: IntakeForm, context: PreviewContext): readonly FieldProblem[] => {
  // What a village hands on is examined at the window, which says what is wanting.
  const main = form.agency !== null && form.matter?.kind === 'service' ? 'service.submit' : mainActOf(form)
  if (main === null) return []
  // What deciding on the spot asks for beside is asked in its own step.
  const tried = attempt(form, main === 'service.instant' ? 'service.accept' : main, context)
  return tried.ok ? [] : tried.error.fields
}

/** What is still wanting in the step that decides on the spot, by its own fields. */
export const instantProblems = (form: IntakeForm, context: PreviewContext): readonly FieldProblem[] => {
  const tried = attempt(form, 'service.instant', context)
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
  { contact, bundle }: Pick<IntakeForm, 'contact' | 'bundle'>,
  { today, calendar }: Pick<PreviewContext, 'today' | 'calendar'>,
): ClockPreview => {
  if (matter === null) return open
  if (matter.kind === 'service') {
    const clocks = serviceClocks(matter.item, today, calendar)
    return { start: today, clocks, noticeDue: onceOnlyNoticeDue(today, calendar) }
  }
  if (matter.kind === 'bundle') {
    return bundle.parts.length === 0
      ? open
      : {
          start: today,
          clocks: bundleClocks(bundle, today, calendar).whole,
          noticeDue: onceOnlyNoticeDue(today, calendar),
        }
  }
  if (isContact(matter)) {
    const from = parseDateEntry(contact.arrivedOn, today, 'before')
    return from === null || from > today ? open : contactPreview(matter.kind, from, calendar)
  }
  const arrivedOn = parseDateEntry(arrival.arrivedOn, today, 'before')
  const confirmedOn = parseDateEntry(arrival.confirmedOn, today, 'before')
  const start = arrivedOn === null ? null : receiptDate({ channel: arrival.channel, arrivedOn, confirmedOn })
  if (start === null || start > today) return open
  return { start, clocks: disclosureClocks(start, calendar), noticeDue: correctionNoticeDue(start, calendar) }
}

/** The promise to answer a question, or to decide whether a complaint is taken up, as the program has it where the center sets none. */
const contactPreview = (kind: ContactKind, from: PlainDate, calendar: WorkCalendar): ClockPreview => {
  const limit = kind === 'consultation' ? consultationTermsOn(from).answer : complaintTermsOn(from).acceptance
  const clocks = dualClock({ statutory: null, promised: ownLimit(limit) }, clockFacts(from), calendar)
  return { start: from, clocks: clocks.ok ? clocks.value : noClocks, noticeDue: null }
}

const open: ClockPreview = { start: null, clocks: noClocks, noticeDue: null }
