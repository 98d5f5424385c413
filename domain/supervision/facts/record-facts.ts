import type { WorkCalendar } from '../../calendar/work-calendar.ts'
import { dayNumberOf } from '../../plain-date.ts'
import { handoverOwed } from '../../record/handover/dues.ts'
import { releaseBy } from '../../record/publication/duties.ts'
import type { Publication } from '../../record/publication/publication-record.ts'
import type { RecordState } from '../../record/record-state.ts'
import { taskOwed } from '../../record/task/dues.ts'
import { owedBy } from '../owed.ts'
import { type Owed, type SubjectFacts, subjectFacts } from '../subject-facts.ts'

/** What supervision looks at in a record: tasks, hand-over lists and what is to be published. */
export const factsOfRecord = (state: RecordState, calendar: WorkCalendar): SubjectFacts => {
  switch (state.kind) {
    case 'task':
      return subjectFacts(state.id, { owed: taskOwed(state, calendar) })
    case 'handover':
      return subjectFacts(state.id, { owed: handoverOwed(state, calendar) })
    case 'publication':
      return subjectFacts(state.id, { owed: publicationOwed(state, calendar) })
    default:
      return subjectFacts(state.id, {})
  }
}

/** The first release, and that of a changed version: each is owed from its own day. */
const publicationOwed = (entry: Publication, calendar: WorkCalendar): readonly Owed[] => {
  const { content, changedOn, firstReleasedOn, published } = entry
  const givenUp = entry.withholding?.since ?? entry.withdrawal?.on ?? entry.archiving?.on ?? null
  const first = releaseBy({ content, changedOn: firstReleasedOn === null ? changedOn : null }, calendar)
  const changed =
    changedOn === null || firstReleasedOn === null
      ? []
      : [
          owedBy(
            'publication',
            dayNumberOf(changedOn),
            releaseBy(entry, calendar),
            published !== null && published.releasedOn >= changedOn ? published.releasedOn : givenUp,
          ),
        ]
  return [owedBy('publication', 1, first, firstReleasedOn ?? givenUp), ...changed]
}
