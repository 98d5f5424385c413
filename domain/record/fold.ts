import { withIssued } from '../letters/document.ts'
import type { LetterKind } from '../letters/letter-kind.ts'
import { type Transition, transitionsOf } from '../workflow/workflow.ts'
import { recordKindOfAct, recordModuleOf } from './modules.ts'
import type { RecordOperation } from './record-act.ts'
import type { RecordState } from './record-state.ts'

export type RecordTransition = Transition<RecordOperation['kind'], string, LetterKind>

/** The lines for an act on a record as it stands (null = it does not exist yet); none = the act does not exist there. */
export const findRecordTransitions = (
  state: RecordState | null,
  act: RecordOperation['kind'],
): readonly RecordTransition[] => {
  const kind = recordKindOfAct(act)
  if (kind === null || (state !== null && state.kind !== kind)) return []
  return transitionsOf(recordModuleOf(kind).workflow, state?.status ?? 'none', act) as readonly RecordTransition[]
}

/** The line that an operation of this kind took from `before` to `after`. */
export const takenRecordTransition = (
  before: RecordState | null,
  after: RecordState,
  act: RecordOperation['kind'],
): RecordTransition | undefined =>
  findRecordTransitions(before, act).find(
    ({ to }) => to === after.status || (to === 'same' && before?.status === after.status),
  )

/** State after one more operation; pure, as `fold` of a case is. */
export const foldRecord = (state: RecordState | null, entity: string, operation: RecordOperation): RecordState => {
  const kind = recordKindOfAct(operation.kind)
  if (kind === null || (state !== null && state.kind !== kind))
    throw new Error(`${operation.kind} does not fit the record`)
  const after = recordModuleOf(kind).fold(state, entity, operation)
  const { letterNo, on } = operation.data
  if (letterNo === undefined) return { ...after, version: after.version + 1 }
  const letter = takenRecordTransition(state, after, operation.kind)?.letter ?? null
  if (letter === null) throw new Error(`${operation.kind} owes no letter`)
  const documents = withIssued(after.documents, { letter, no: letterNo, on, replaces: null })
  return { ...after, documents, version: after.version + 1 }
}
