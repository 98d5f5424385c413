import type { CaseState } from '../../domain/case/case-state.ts'
import { anonymousApplicant } from '../../domain/case/applicant.ts'
import { caseClocks } from '../../domain/case/clocks.ts'
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { type PlainDate, dayNumberOf } from '../../domain/plain-date.ts'
import { hidesApplicant } from '../../domain/case/hides-applicant.ts'
import { isPerson } from '../../domain/case/is-person.ts'
import { organOf, titleOf } from '../../domain/case/titles.ts'
import { kindedStatus } from './kinded-status.ts'
import type { CaseColumns } from './statements.ts'

/** `urgent` of a case without a limit: after all that have one. */
export const noLimit = 9_999_999

/**
 * The columns of `cases` that follow from the folded state.
 *
 * @param haystack see `haystackOf`: the dearest of them, and of one act in many the same as before
 */
export const caseColumns = (
  state: CaseState,
  haystack: string,
  calendar: WorkCalendar,
): Omit<CaseColumns, 'id' | 'device_no' | 'pending' | 'attention' | 'held'> => {
  const { statutory, promised } = caseClocks(state, calendar)
  const statutoryDue = dayOf(statutory?.due ?? null)
  const applicant = hidesApplicant(state) ? anonymousApplicant() : state.applicant
  const promisedDue = dayOf(promised?.due ?? null)
  return {
    case_no: state.caseNo,
    kind: state.kind,
    status: kindedStatus(state.kind, state.status),
    title: titleOf(state),
    organ: organOf(state),
    applicant: applicant.name,
    applicant_person: isPerson(applicant) ? 1 : 0,
    idn: applicant.idNumber,
    phone: applicant.phone,
    arrived: dayNumberOf(state.arrivedOn),
    clock_start: dayOf(state.clockStart),
    statutory_due: statutoryDue,
    promised_due: promisedDue,
    provisional: (statutory?.provisional ?? false) || (promised?.provisional ?? false) ? 1 : 0,
    closed: dayOf(state.closedOn),
    urgent: Math.min(statutoryDue ?? noLimit, promisedDue ?? noLimit),
    version: state.version,
    haystack,
  }
}

const dayOf = (date: PlainDate | null): number | null => (date === null ? null : dayNumberOf(date))
