import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { CaseState } from '../case/case-state.ts'
import { caseClocks } from '../case/clocks.ts'
import { countedOn } from '../clock/count-days.ts'
import type { Clock } from '../clock/run-clock.ts'
import { complaintFacts } from '../complaint/report-facts.ts'
import { consultationFacts } from '../consultation/report-facts.ts'
import type { DisclosureCase } from '../disclosure/disclosure-state.ts'
import type { ServiceCase } from '../service/service-state.ts'
import type { CenterCase, CenterContact, CenterFacts, CenterItem, CenterRating } from './center-facts.ts'

type Handled = ServiceCase | DisclosureCase

/** What the report of a center is counted from; the states are walked once. `items` as published on the last day of the period. */
export const centerFactsOf = (
  states: Iterable<CaseState>,
  items: readonly CenterItem[],
  calendar: WorkCalendar,
): CenterFacts => {
  const cases: CenterCase[] = []
  const contacts: CenterContact[] = []
  const ratings: CenterRating[] = []
  for (const state of states) {
    switch (state.kind) {
      case 'service':
      case 'disclosure':
        cases.push(centerCaseOf(state, calendar))
        break
      case 'consultation':
        contacts.push(consultationFacts(state, calendar))
        break
      case 'complaint':
        contacts.push(complaintFacts(state, calendar))
        break
      case 'bundle':
        // Its parts are counted, each with its own organ.
        break
    }
    if (state.rating !== null) ratings.push({ on: state.rating.on, level: state.rating.level })
  }
  return { cases, contacts, ratings, items }
}

/** Only limits in working days are compared; a case is done when nothing is owed in time any more. */
const centerCaseOf = (state: Handled, calendar: WorkCalendar): CenterCase => {
  const { statutory, promised } = caseClocks(state, calendar)
  const closedOn = state.clockStop ?? state.closedOn
  const measure = [statutory, promised].find((clock) => clock?.rules.unit === 'workday') ?? null
  return {
    kind: state.kind,
    ...ofKind(state),
    receivedOn: state.arrivedOn,
    acceptedOn: state.clockStart,
    closedOn,
    statutoryDays: workdaysOf(statutory),
    promisedDays: workdaysOf(promised),
    actualDays: closedOn === null || measure === null ? null : countedOn(measure, closedOn),
    promisedDue: promised?.due ?? null,
    statutoryDue: statutory?.due ?? null,
  }
}

const ofKind = (state: Handled): Pick<CenterCase, 'organ' | 'channel' | 'instant' | 'byAgent'> => {
  if (state.kind === 'disclosure')
    // An imported row may not say how it came in, whatever the form needed.
    return {
      organ: state.intake.organ,
      channel: state.history === null ? state.intake.channel : (state.history.channel ?? 'unknown'),
      instant: false,
      byAgent: false,
    }
  const { item, channel = 'window' } = state.intake
  return { organ: item.organ, channel, instant: item.handling === 'instant', byAgent: channel === 'agent' }
}

const workdaysOf = (clock: Clock | null): number | null =>
  clock === null || clock.rules.unit !== 'workday' ? null : clock.rules.days
