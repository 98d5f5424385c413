import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { fold } from '../../domain/case/fold.ts'
import { judge } from '../../domain/case/judge.ts'
import type { LoggedOperation } from '../log/reader.ts'
import { type BaseState, caseBase } from '../log/base-state.ts'
import { type Refolded, refoldLog } from '../log/refold.ts'
import { caseOperationOf } from './case-operation-of.ts'

/** What the log says about a case (log/refold.ts). */
export type RefoldedCase = Refolded<CaseState>

/**
 * @param operations all of one case, in the order of `LogReader.ofEntity`
 * @param keep throws at a state that this version cannot keep: it is held at the one before, as where folding throws (SYN-106)
 */
export const refoldCase = (
  operations: readonly LoggedOperation[],
  calendar: WorkCalendar,
  base: BaseState | null = null,
  keep: (state: CaseState) => unknown = () => null,
): RefoldedCase =>
  refoldLog(
    operations,
    {
      fits: (state: CaseState | null, envelope) =>
        judge(state, caseOperationOf(envelope), envelope.base, envelope, calendar).verdict === 'applied',
      fold: (state, envelope) => {
        const next = fold(state, envelope.entity, caseOperationOf(envelope), envelope.hlc)
        keep(next)
        return next
      },
    },
    caseBase(base),
  )
