import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { caseClocks } from '../../case/clocks.ts'
import { acceptanceDue } from '../../complaint/complaint-limits.ts'
import type { ComplaintCase } from '../../complaint/complaint-state.ts'
import { owedBy } from '../owed.ts'
import type { Owed, SubjectFacts } from '../subject-facts.ts'

/** A complaint has one clock after the other: to be taken up, then to be answered. Each is an obligation of its own. */
export const complaintFacts = (
  state: ComplaintCase,
  calendar: WorkCalendar,
): Pick<SubjectFacts, 'owed' | 'refusals'> => {
  const { refusal, closedOn, acceptedOn } = state
  return {
    owed: [acceptance(state, calendar), ...(acceptedOn === null ? [] : answer(state, calendar))],
    refusals:
      refusal === null || closedOn === null ? [] : [{ n: 1, on: closedOn, reasons: refusal.explanation.trim() !== '' }],
  }
}

const acceptance = (state: ComplaintCase, calendar: WorkCalendar): Owed => {
  const { acceptedOn, forwarded, closedOn } = state
  const done = owedBy(
    'complaint_acceptance',
    1,
    acceptanceDue(state, calendar),
    acceptedOn ?? forwarded?.on ?? closedOn,
  )
  const clock = acceptedOn === null ? caseClocks(state, calendar).promised : null
  return clock === null ? done : { ...done, clock }
}

const answer = (state: ComplaintCase, calendar: WorkCalendar): readonly Owed[] => {
  const clock = caseClocks(state, calendar).promised
  const due = clock?.due ?? null
  return clock === null || due === null
    ? []
    : [{ ...owedBy('complaint_answer', 1, due, state.clockStop ?? state.closedOn), clock }]
}
