import { type WorkCalendar, workdayAfter } from '../calendar/work-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import { lastDayFrom } from './consult-time.ts'
import { type ConsultedKind, answerDue, consultedOf } from './consultation-period.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { chargedFees, lastDayToPayFrom } from './fee-pause.ts'
import { needsConfirmation } from './receipt-date.ts'

/** Somebody else's turn: until when it is waited for, and since when it is over. */
interface Wait {
  /** Tells the waits of a case apart for ever. */
  readonly n: number
  readonly until: PlainDate
  /** Null = nothing came, and nobody has found so. */
  readonly endedOn: PlainDate | null
}

/**
 * All that a request waited or waits for, while its clock may stand still or does not run yet: confirmation, correction, reasons, fee, the word
 * of others. Where it is not
 * recorded when a letter arrived, its time is counted from its sending: then somebody asks where it is.
 */
export const waitsOf = (state: DisclosureCase, calendar: WorkCalendar): readonly Wait[] => [
  ...(state.correction === null
    ? []
    : [wait(1, state.correction.correctBy, state.correction.received?.on ?? state.closedOn)]),
  ...(state.reasonRequest === null
    ? []
    : [wait(2, state.reasonRequest.reasonBy, state.reasonRequest.answer?.on ?? state.closedOn)]),
  ...(needsConfirmation(state.intake.channel) && state.redo === null
    ? [
        wait(
          3,
          workdayAfter(calendar, state.arrivedOn, state.terms.confirmationDays),
          state.clockStart ?? state.closedOn,
        ),
      ]
    : []),
  ...chargedFees(state).flatMap((fee, at) => {
    const until = lastDayToPayFrom(fee.noticeReceivedOn ?? fee.noticeOn, fee, state, calendar)
    return until === null ? [] : [wait(1000 + at, until, fee.paid?.on ?? fee.cancelled?.on ?? state.closedOn)]
  }),
  ...consultations(state, 'third_party', 2000, calendar),
  ...consultations(state, 'other_organ', 3000, calendar),
]

const consultations = (
  state: DisclosureCase,
  kind: ConsultedKind,
  first: number,
  calendar: WorkCalendar,
): readonly Wait[] =>
  consultedOf(state, kind).flatMap((one) => {
    const until = answerDue(state, kind, one, calendar) ?? lastDayFrom(state, kind, one.sentOn, calendar)
    return until === null ? [] : [wait(first + one.n, until, one.opinion?.answeredOn ?? state.closedOn)]
  })

const wait = (n: number, until: PlainDate, endedOn: PlainDate | null): Wait => ({ n, until, endedOn })
