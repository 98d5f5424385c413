import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { addDays } from '../../plain-date.ts'
import { handoverOwed } from '../../record/handover/dues.ts'
import type { RecordState } from '../../record/record-state.ts'
import { enforcementOwed } from '../../record/register/enforcement-owed.ts'
import type { RegisterEntry } from '../../record/register/register-record.ts'
import { taskOwed } from '../../record/task/dues.ts'
import { owedBy } from '../owed.ts'
import { type Owed, type SubjectFacts, subjectFacts } from '../subject-facts.ts'
import { publicationOwed } from './publication-facts.ts'

/** What supervision looks at in a record: tasks, hand-over lists, what is to be published, and enforcement results. */
export const factsOfRecord = (state: RecordState, calendar: WorkCalendar): SubjectFacts => {
  switch (state.kind) {
    case 'task':
      return subjectFacts(state.id, { owed: taskOwed(state, calendar) })
    case 'handover':
      return subjectFacts(state.id, { owed: handoverOwed(state, calendar) })
    case 'publication':
      return subjectFacts(state.id, { owed: publicationOwed(state, calendar) })
    case 'register':
      return subjectFacts(state.id, { owed: resultOwed(state, calendar) })
    default:
      return subjectFacts(state.id, {})
  }
}

/** Only what is still owed: a list is imported with all its history, which nobody is reminded of. */
const resultOwed = (entry: RegisterEntry, calendar: WorkCalendar): readonly Owed[] => {
  const owed = enforcementOwed(entry, calendar)
  if (owed === null) return []
  return owed.kind === 'publish'
    ? [owedBy('enforcement_publication', 1, owed.last, null)]
    : [owedBy('publication_end', 1, addDays(owed.last, 1), null)]
}
