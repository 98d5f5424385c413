import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import { judgeRecord } from '../../domain/record/decide.ts'
import { foldRecord } from '../../domain/record/fold.ts'
import type { RecordOperation } from '../../domain/record/record-act.ts'
import type { RecordState } from '../../domain/record/record-state.ts'
import type { Operation } from '../../contract/operation.ts'
import type { LoggedOperation } from '../log/reader.ts'
import { type BaseState, recordBase } from '../log/base-state.ts'
import { type Refolded, refoldLog } from '../log/refold.ts'

export type RefoldedRecord = Refolded<RecordState>

/**
 * @param operations all of one record, in the order of `LogReader.ofEntity`
 * @param keep throws at a state that this version cannot keep: it is held at the one before, as where folding throws (SYN-106)
 */
export const refoldRecord = (
  operations: readonly LoggedOperation[],
  calendar: WorkCalendar,
  base: BaseState | null = null,
  keep: (state: RecordState) => unknown = () => null,
): RefoldedRecord =>
  refoldLog(
    operations,
    {
      fits: (state: RecordState | null, envelope) =>
        judgeRecord(state, recordOperationOf(envelope), envelope.base, { calendar }).verdict === 'applied',
      fold: (state, envelope) => {
        const next = foldRecord(state, envelope.entity, recordOperationOf(envelope))
        keep(next)
        return next
      },
    },
    recordBase(base),
  )

/** Checked when it came in, as case operations are (cases/case-operation-of.ts). */
export const recordOperationOf = ({ kind, data }: Pick<Operation, 'kind' | 'data'>): RecordOperation =>
  ({ kind, data }) as unknown as RecordOperation
