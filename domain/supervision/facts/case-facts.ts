import { type WorkCalendar, workdayAfter } from '../../calendar/work-calendar.ts'
import type { CaseState } from '../../case/case-state.ts'
import { caseClocks, correctionNoticeDue } from '../../case/clocks.ts'
import type { DisclosureCase } from '../../disclosure/disclosure-state.ts'
import { regulationOn } from '../../disclosure/regulation.ts'
import { waitsOf } from '../../disclosure/waits.ts'
import { addDays } from '../../plain-date.ts'
import { owedBy } from '../owed.ts'
import { type Owed, type SubjectFacts, subjectFacts } from '../subject-facts.ts'
import { complaintFacts } from './complaint-facts.ts'
import { serviceFacts } from './service-facts.ts'

/** What supervision looks at in a case of any kind. Requests imported from old records are history: nobody is reminded of them. */
export const factsOfCase = (state: CaseState, calendar: WorkCalendar): SubjectFacts => {
  switch (state.kind) {
    case 'service':
      return subjectFacts(state.id, { clocks: caseClocks(state, calendar), ...serviceFacts(state, calendar) })
    case 'disclosure':
      return state.history === null
        ? subjectFacts(state.id, {
            clocks: caseClocks(state, calendar),
            owed: [...confirmation(state, calendar), ...correctionNotice(state, calendar), ...waits(state, calendar)],
          })
        : subjectFacts(state.id, {})
    case 'complaint':
      return subjectFacts(state.id, complaintFacts(state, calendar))
    case 'consultation':
    case 'bundle':
      return subjectFacts(state.id, { clocks: caseClocks(state, calendar) })
  }
}

/** 条例 art. 31(2): what came by ordinary mail is confirmed with the applicant on the day it came; a later day is a later receipt. */
const confirmation = (
  { intake, arrivedOn, clockStart, closedOn, redo }: DisclosureCase,
  calendar: WorkCalendar,
): readonly Owed[] => {
  if (intake.channel !== 'ordinary_mail' || redo !== null || regulationOn(arrivedOn).version !== '2019') return []
  // What is found on a day off is of the next working day.
  return [owedBy('confirmation', 1, workdayAfter(calendar, addDays(arrivedOn, -1), 1), clockStart ?? closedOn)]
}

/** A request that stands still is late for nothing: that its wait is over is said, so that a person finds what follows. */
const waits = (state: DisclosureCase, calendar: WorkCalendar): readonly Owed[] =>
  waitsOf(state, calendar).map(({ n, until, endedOn }) => owedBy('wait_over', n, until, endedOn))

/** 条例 art. 30: seven working days from receipt, if there is something to correct. */
const correctionNotice = ({ clockStart, correction }: DisclosureCase, calendar: WorkCalendar): readonly Owed[] => {
  if (clockStart === null || correction === null) return []
  const due = correctionNoticeDue(clockStart, calendar)
  return due === null ? [] : [owedBy('correction_notice', 1, due, correction.noticeOn)]
}
