import type { WorkCalendar } from '../../../domain/calendar/work-calendar.ts'
import type { Article } from '../../../domain/law/article.ts'
import type { PlainDate } from '../../../domain/plain-date.ts'
import { recordModuleOf } from '../../../domain/record/modules.ts'
import { type PublicationDuty, publicationDuties } from '../../../domain/record/publication/duties.ts'
import type { RecordState } from '../../../domain/record/record-state.ts'
import { maskPersonalData } from '../../../domain/register/personal-data.ts'
import { factsOfRecord } from '../../../domain/supervision/facts/record-facts.ts'
import type { Obligation } from '../../../domain/supervision/subject-facts.ts'
import { permittedActs } from '../../../domain/workflow/workflow.ts'
import { maskRecord } from './mask-record.ts'

/** Something that is owed for a record; `due` names what the record itself says no more of (a mandate's last day). */
export interface RecordDuty {
  readonly what: PublicationDuty['kind'] | Obligation | 'due'
  readonly due: PlainDate
  readonly article: Article | null
  readonly late: boolean
}

/** A record as the command line tells it. */
export const recordView = (state: RecordState, calendar: WorkCalendar, today: PlainDate) => {
  const { workflow, head } = recordModuleOf(state.kind)
  const { key, title, organ, closed } = head(state, calendar)
  return {
    kind: state.kind,
    status: state.status,
    key,
    title: maskPersonalData(title),
    organ,
    closed,
    state: maskRecord(state),
    duties: dutiesOf(state, calendar).map((duty): RecordDuty => ({ ...duty, late: duty.due < today })),
    documents: state.documents,
    acts: [...new Set(permittedActs(workflow, state.status).map(({ act }) => act))],
  }
}

type Duty = Omit<RecordDuty, 'late'>

const dutiesOf = (state: RecordState, calendar: WorkCalendar): readonly Duty[] => {
  if (state.kind === 'publication')
    return publicationDuties(state, calendar).map(({ kind, due, article }) => ({ what: kind, due, article }))
  const owed = factsOfRecord(state, calendar).owed.flatMap(({ what, due, doneOn }): readonly Duty[] =>
    doneOn === null ? [{ what, due, article: null }] : [],
  )
  const { due } = recordModuleOf(state.kind).head(state, calendar)
  return owed.length > 0 || due === null ? owed : [{ what: 'due', due, article: null }]
}
