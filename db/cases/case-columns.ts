import type { CaseState } from '../../domain/case/case-state.ts'
import { anonymousApplicant } from '../../domain/case/applicant.ts'
import { openPauseOf } from '../../domain/case/clock-log.ts'
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
    item: itemOf(state),
    handler: handlerOf(state),
    village: applicant.village ?? null,
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
    paused: standsStill(state) ? 1 : 0,
    urgent: Math.min(statutoryDue ?? noLimit, promisedDue ?? noLimit),
    version: state.version,
    haystack,
  }
}

const itemOf = (state: CaseState): string | null => {
  if (state.kind === 'service') return state.intake.item.id
  return state.kind === 'consultation' ? (state.intake.item?.id ?? null) : null
}

/** Who has it in hand: of a service request whoever took its newest step, elsewhere whom it was given to. */
const handlerOf = (state: CaseState): string | null => {
  switch (state.kind) {
    case 'service':
      return state.steps.at(-1)?.handler ?? null
    case 'disclosure':
      return state.assignment?.handler ?? null
    case 'consultation':
    case 'complaint':
      return state.assignment?.handler?.name ?? null
    case 'bundle':
      return null
  }
}

const standsStill = (state: CaseState): boolean =>
  state.clockStart !== null && state.clockStop === null && state.closedOn === null && openPauseOf(state) !== null

const dayOf = (date: PlainDate | null): number | null => (date === null ? null : dayNumberOf(date))
