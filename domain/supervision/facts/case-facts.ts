import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import type { CaseState } from '../../case/case-state.ts'
import { caseClocks, correctionNoticeDue } from '../../case/clocks.ts'
import type { DisclosureCase } from '../../disclosure/disclosure-state.ts'
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
        ? subjectFacts(state.id, { clocks: caseClocks(state, calendar), owed: correctionNotice(state, calendar) })
        : subjectFacts(state.id, {})
    case 'complaint':
      return subjectFacts(state.id, complaintFacts(state, calendar))
    case 'consultation':
    case 'bundle':
      return subjectFacts(state.id, { clocks: caseClocks(state, calendar) })
  }
}

/** 条例 art. 30: seven working days from receipt, if there is something to correct. */
const correctionNotice = ({ clockStart, correction }: DisclosureCase, calendar: WorkCalendar): readonly Owed[] => {
  if (clockStart === null || correction === null) return []
  const due = correctionNoticeDue(clockStart, calendar)
  return due === null ? [] : [owedBy('correction_notice', 1, due, correction.noticeOn)]
}
