import type { WorkCalendar } from '../calendar/work-calendar.ts'
import type { CheckContext, Decided } from '../case/case-module.ts'
import type { FieldProblem, Refusal } from '../case/refusal.ts'
import type { Recorded } from '../workflow/recorded.ts'
import type { Workflow } from '../workflow/workflow.ts'
import type { RecordCommon, RecordHead } from './record-common.ts'

/** One kind of record: its procedure as a table, and what the table cannot say. Pure. */
export interface RecordModule<State extends RecordCommon, Act extends { readonly kind: string }> {
  readonly workflow: Workflow
  /** Fields that cannot be as they are. Once recorded they are never asked again. */
  readonly validate: (state: State | null, act: Act, context: CheckContext) => readonly FieldProblem[]
  /** What the law says against it; the server asks again. `state` is null exactly for acts that open a record. */
  readonly guard: (state: State | null, act: Act, context: CheckContext) => Refusal | null
  /** The record after one more operation. Throws on one that cannot follow: a bug. `version` and `documents` are kept by the caller. */
  readonly fold: (state: State | null, entity: string, operation: Recorded<Act, Decided>) => State
  readonly head: (state: State, calendar: WorkCalendar) => RecordHead
}

export const openedRecord = (id: string): RecordCommon => ({ id, version: 0, documents: [] })
