import type { CaseReader } from '../../../db/cases/reader.ts'
import type { CaseLookUp } from '../../../domain/case/case-module.ts'
import { comparedRequest } from '../../../domain/disclosure/compared-request.ts'
import type { DisclosureCase } from '../../../domain/disclosure/disclosure-state.ts'
import { type CountedRequest, placeInMonth } from '../../../domain/fees/monthly-requests.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'

/** What the law asks of the other cases of the store, looked up only when an act hangs on it. */
export const lookUpIn = (cases: CaseReader): CaseLookUp => ({
  requestOfMonth: (caseId) => {
    const state = findDisclosure(cases, caseId)
    return state === null || state.clockStart === null
      ? null
      : placeInMonth(requestsInMonth(cases, state, state.clockStart), caseId)
  },
  chargedPlaces: (caseId) => {
    const state = findDisclosure(cases, caseId)
    if (state === null || state.clockStart === null) return []
    const { applicant } = comparedRequest(state)
    return requestsInMonth(cases, state, state.clockStart).flatMap((one) =>
      one.id === caseId || one.applicant !== applicant || one.charged === null ? [] : [one.charged],
    )
  },
  hasRequest: (caseNo) => {
    const id = cases.findIdByNo(caseNo)
    return id !== null && findDisclosure(cases, id) !== null
  },
})

/** A request of the month, with the place in it that it was charged for by case. */
interface ChargeableRequest extends CountedRequest {
  readonly charged: number | null
}

/** Requests that came in the month and name the same number, or the same name: `comparedRequest` tells whose they are. */
const requestsInMonth = (
  cases: CaseReader,
  { applicant: { idNumber, name } }: DisclosureCase,
  receivedOn: PlainDate,
): readonly ChargeableRequest[] => {
  const month = receivedOn.slice(0, 7)
  const counted: ChargeableRequest[] = []
  let cursor: string | null = null
  do {
    const { rows, next } = cases.list({
      text: (idNumber ?? name).slice(0, 100),
      kinds: ['disclosure'],
      statuses: [],
      openOnly: false,
      order: 'newest',
      cursor,
      limit: 200,
    })
    for (const { id, clockStart } of rows) {
      if (clockStart?.startsWith(month) !== true) continue
      const state = findDisclosure(cases, id)
      // A reply made anew is no request of its own, nor is what was entered by mistake.
      if (state === null || state.status === 'voided' || state.clockStart === null || state.redo !== null) continue
      const charged = state.fee === null || state.fee.cancelled !== null ? null : state.fee.requests
      counted.push({ id, applicant: comparedRequest(state).applicant, receivedOn: state.clockStart, charged })
    }
    cursor = next
  } while (cursor !== null)
  return counted
}

const findDisclosure = (cases: CaseReader, id: string): DisclosureCase | null => {
  const state = cases.find(id)?.state
  return state?.kind === 'disclosure' ? state : null
}
