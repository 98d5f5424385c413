import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { fold } from '../../domain/case/fold.ts'
import { judge } from '../../domain/case/judge.ts'
import type { LoggedOperation } from '../log/reader.ts'
import { caseOperationOf, operationOf } from './case-operation-of.ts'

/** What the log says about a case. */
export interface RefoldedCase {
  /** Null when no operation that opens it is in force. */
  readonly state: CaseState | null
  /** Of the operation that opened it. */
  readonly deviceNo: string | null
  /** Own operations without a verdict. */
  readonly pending: number
  /** Own operations that were not applied. */
  readonly attention: number
  /** An applied operation cannot be folded by this version: the state stops before it. */
  readonly held: boolean
}

/**
 * State = applied operations in commit order, then own operations without a verdict, as far as the server would apply them to that
 * state (the same `judge`): what another desk did meanwhile comes first, and what can only end in a conflict is not shown as done.
 * Operations that were not applied never count.
 *
 * @param operations all of one entity, in the order of `LogReader.ofEntity`
 */
export const refoldCase = (operations: readonly LoggedOperation[], calendar: WorkCalendar): RefoldedCase => {
  let state: CaseState | null = null
  let deviceNo: string | null = null
  let held = false
  for (const logged of operations) {
    if (held || (logged.verdict !== null && logged.verdict !== 'applied')) continue
    const next = step(state, logged, calendar)
    if (next === 'held') held = true
    else if (next !== 'skipped') {
      state = next.state
      deviceNo ??= next.deviceNo
    }
  }
  const own = operations.filter((logged) => logged.status !== null)
  const pending = own.filter((logged) => logged.verdict === null).length
  const attention = own.filter((logged) => logged.verdict !== null && logged.verdict !== 'applied').length
  return { state, deviceNo, pending, attention, held }
}

const step = (
  state: CaseState | null,
  logged: LoggedOperation,
  calendar: WorkCalendar,
): { readonly state: CaseState; readonly deviceNo: string } | 'held' | 'skipped' => {
  if (logged.held !== null) return 'held'
  const envelope = operationOf(logged.canon)
  const operation = caseOperationOf(envelope)
  const waiting = logged.verdict === null
  if (waiting && judge(state, operation, envelope.base, envelope, calendar).verdict !== 'applied') return 'skipped'
  try {
    return { state: fold(state, logged.entity, operation), deviceNo: envelope.deviceNo }
  } catch (error) {
    // The server applied it, so a history that this version cannot follow must wait for a newer one, not stop the pull.
    if (waiting) throw error
    return 'held'
  }
}
