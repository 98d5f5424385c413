import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import type { DisclosureCase } from './disclosure-state.ts'
import { remediesRun, remedyTimeOf } from './remedy-time.ts'
import { waitsOf } from './waits.ts'

/** What a request waits for, as the disclosure office looks through its work. */
export const deskPlaces = [
  'registration',
  'correction',
  'third_party',
  'co_producer',
  'reasons',
  'fee',
  'handling',
  'extension',
  'sign_off',
  'delivery',
  'remedies',
] as const
export type DeskPlace = (typeof deskPlaces)[number]

/** The one place where a request is found; null = nothing more is owed and no remedy runs. */
export const deskPlaceOf = (state: DisclosureCase, today: PlainDate, calendar: WorkCalendar): DeskPlace | null => {
  if (state.extensionRequest !== null && state.closedOn === null) return 'extension'
  switch (state.status) {
    case 'awaiting_confirm':
    case 'received':
      return 'registration'
    case 'correction_wait':
      return 'correction'
    case 'third_party_wait':
      return 'third_party'
    case 'agency_wait':
      return 'co_producer'
    case 'reason_wait':
      return 'reasons'
    case 'fee_wait':
      return 'fee'
    case 'processing':
    case 'drafting':
    case 'review':
      return 'handling'
    case 'sign_off':
      return 'sign_off'
    case 'issued':
      return 'delivery'
    case 'delivered': {
      const time = remedyTimeOf(state, calendar)
      return time === null || time.knownOn === null ? 'delivery' : 'remedies'
    }
    case 'closed':
      return remediesRun(remedyTimeOf(state, calendar), today) ? 'remedies' : null
    case 'voided':
      return null
  }
}

/** The last day of what somebody else owes just now; null = nobody else's turn. */
export const waitedUntil = (state: DisclosureCase, calendar: WorkCalendar): PlainDate | null =>
  waitsOf(state, calendar)
    .filter(({ endedOn }) => endedOn === null)
    .reduce<PlainDate | null>((last, { until }) => (last === null || until > last ? until : last), null)
