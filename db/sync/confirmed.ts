import type { CaseState } from '../../domain/case/case-state.ts'
import { fold } from '../../domain/case/fold.ts'
import { foldRecord } from '../../domain/record/fold.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import { caseOperationOf } from '../cases/case-operation-of.ts'
import { type BaseState, caseBase, recordBase } from '../log/base-state.ts'
import type { LoggedOperation } from '../log/reader.ts'
import { refoldLog } from '../log/refold.ts'
import { recordOperationOf } from '../records/refold.ts'
import { entityTypeOf } from './classify.ts'

export type Confirmed =
  | { readonly type: 'case'; readonly state: CaseState | null }
  | { readonly type: 'record'; readonly state: RecordState | null }
  | null

/** Folded when it is asked for and stored nowhere, so it can never differ from the log. Null for what is no case and no record. */
export const confirmedState = (operations: readonly LoggedOperation[], base: BaseState | null): Confirmed => {
  const [first] = operations
  const type = base?.type ?? (first === undefined ? 'reference' : entityTypeOf(first.kind))
  if (type === 'reference') return null
  const committed = operations.filter(({ verdict }) => verdict !== null)
  const fits = () => false
  return type === 'case'
    ? {
        type,
        state: refoldLog<CaseState>(
          committed,
          { fits, fold: (state, envelope) => fold(state, envelope.entity, caseOperationOf(envelope), envelope.hlc) },
          caseBase(base),
        ).state,
      }
    : {
        type,
        state: refoldLog<RecordState>(
          committed,
          { fits, fold: (state, envelope) => foldRecord(state, envelope.entity, recordOperationOf(envelope)) },
          recordBase(base),
        ).state,
      }
}
