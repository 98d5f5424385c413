import type { DeskLine, NoticedFee } from '../../../contract/queries/disclosure.ts'
import type { StoredCase } from '../../../db/cases/reader.ts'
import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts'
import { caseClocks } from '../../../domain/case/clocks.ts'
import { deskPlaceOf, waitedUntil } from '../../../domain/disclosure/desk-place.ts'
import type { DisclosureCase } from '../../../domain/disclosure/disclosure-state.ts'
import { paymentDue } from '../../../domain/disclosure/payment-due.ts'
import { remedyTimeOf } from '../../../domain/disclosure/remedy-time.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { maskPersonalData } from '../../../domain/register/personal-data.ts'
import { maskedName } from '../queries/mask-applicant.ts'

/** A request as the desk and the register tell it. */
export const deskLine = (
  { state, sync }: Pick<StoredCase, 'sync'> & { readonly state: DisclosureCase },
  today: PlainDate,
  calendar: WorkCalendar,
): DeskLine => {
  const { statutory } = caseClocks(state, calendar)
  const { assignment, applicant } = state
  return {
    id: state.id,
    caseNo: state.caseNo,
    subject: maskPersonalData(state.intake.subject),
    applicant: maskedName(applicant),
    applicantKind: applicant.kind,
    category: applicant.reportCategory,
    organ: state.intake.organ,
    handler: assignment === null ? null : [assignment.unit, assignment.handler ?? ''].join(' ').trim(),
    arrivedOn: state.arrivedOn,
    status: state.status,
    place: deskPlaceOf(state, today, calendar),
    clockStart: state.clockStart,
    statutoryDue: statutory?.due ?? null,
    provisional: statutory !== null && statutory.provisionalFrom !== null,
    waitUntil: waitedUntil(state, calendar),
    closedOn: state.closedOn,
    fee: feeOf(state, calendar),
    remedies: remedyTimeOf(state, calendar),
    outcome: state.ending?.outcome ?? state.draft?.outcome ?? null,
    sync,
  }
}

const feeOf = ({ fee, terms }: DisclosureCase, calendar: WorkCalendar): NoticedFee | null =>
  fee === null
    ? null
    : {
        fen: fee.fen,
        requests: fee.requests,
        pages: fee.pages,
        noticeOn: fee.noticeOn,
        payBy: paymentDue(fee, terms, calendar),
        paidOn: fee.paid?.on ?? null,
        cancelledOn: fee.cancelled?.on ?? null,
      }
