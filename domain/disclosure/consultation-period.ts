import type { WorkCalendar } from '../calendar/work-calendar.ts'
import { workdayAfter } from '../calendar/work-calendar.ts'
import type { PlainDate } from '../plain-date.ts'
import { type Consulted, isOpenConsultation } from './consultation.ts'
import { type DisclosureRegulation, regulationOn } from './regulation.ts'
import type { DisclosureCase } from './disclosure-state.ts'

export type ConsultedKind = 'third_party' | 'other_organ'

export const consultedOf = (state: DisclosureCase, kind: ConsultedKind): readonly Consulted[] =>
  kind === 'third_party' ? state.thirdParties : state.coProducers

export const withConsulted = (
  state: DisclosureCase,
  kind: ConsultedKind,
  list: readonly Consulted[],
): DisclosureCase => (kind === 'third_party' ? { ...state, thirdParties: list } : { ...state, coProducers: list })

export const consultationDays = (regulation: DisclosureRegulation, kind: ConsultedKind): number | null =>
  kind === 'third_party' ? regulation.thirdPartyDays : regulation.coProducerDays

/** Last day for one of them to answer (条例 arts. 32, 34); null while it is not recorded when the letter arrived. */
export const answerDue = (
  state: DisclosureCase,
  kind: ConsultedKind,
  { receivedOn }: Consulted,
  calendar: WorkCalendar,
): PlainDate | null => {
  const days = consultationDays(regulationOn(state.clockStart ?? state.arrivedOn), kind)
  return receivedOn === null || days === null ? null : workdayAfter(calendar, receivedOn, days)
}

/** Last day for all who have not answered; null = the arrival of a letter is not recorded, or nobody is left. */
export const lastAnswerDue = (state: DisclosureCase, kind: ConsultedKind, calendar: WorkCalendar): PlainDate | null =>
  consultedOf(state, kind)
    .filter(isOpenConsultation)
    .map((party) => answerDue(state, kind, party, calendar))
    .reduce<PlainDate | null | undefined>(
      (last, due) => (last === null || due === null ? null : last === undefined || due > last ? due : last),
      undefined,
    ) ?? null
