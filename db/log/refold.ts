import { takesEffect } from '../../contract/sync.ts'
import type { Operation } from '../../contract/operation.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import type { LoggedOperation } from './reader.ts'

/** What the log says about one entity. */
export interface Refolded<State> {
  /** Null when no operation that opens it is in force. */
  readonly state: State | null
  /** Of the operation that opened it. */
  readonly deviceNo: string | null
  /** Own operations without a verdict. */
  readonly pending: number
  /** Own operations that were not applied. */
  readonly attention: number
  /** An applied operation cannot be folded by this version: the state stops before it. */
  readonly held: boolean
}

export interface FoldRules<State> {
  /** True when the server would apply it to that state. */
  readonly fits: (state: State | null, envelope: Operation) => boolean
  readonly fold: (state: State | null, envelope: Operation) => State
}

/**
 * State = applied operations in commit order, then own operations without a verdict, as far as the server would apply them to that
 * state (the same rules): what another desk did meanwhile comes first, and what can only end in a conflict is not shown as done.
 * Operations that were not applied never count.
 *
 * @param operations all of one entity, in the order of `LogReader.ofEntity`
 */
export const refoldLog = <State>(operations: readonly LoggedOperation[], rules: FoldRules<State>): Refolded<State> => {
  let state: State | null = null
  let deviceNo: string | null = null
  let held = false
  for (const logged of operations) {
    if (held || (logged.verdict !== null && !takesEffect(logged.verdict))) continue
    const next: Stepped<State> = step(state, logged, rules)
    if (next === 'held') held = true
    else if (next !== 'skipped') {
      state = next.state
      deviceNo ??= next.deviceNo
    }
  }
  const own = operations.filter((logged) => logged.status !== null)
  const pending = own.filter((logged) => logged.verdict === null).length
  const attention = own.filter((logged) => logged.verdict !== null && !takesEffect(logged.verdict)).length
  return { state, deviceNo, pending, attention, held }
}

type Stepped<State> = { readonly state: State; readonly deviceNo: string } | 'held' | 'skipped'

const step = <State>(
  state: State | null,
  logged: LoggedOperation,
  { fits, fold }: FoldRules<State>,
): Stepped<State> => {
  if (logged.held !== null) return 'held'
  const envelope = operationOf(logged.canon)
  const waiting = logged.verdict === null
  if (waiting && !fits(state, envelope)) return 'skipped'
  try {
    return { state: fold(state, { ...envelope, entity: logged.entity }), deviceNo: envelope.deviceNo }
  } catch (error) {
    // The server applied it, so a history that this version cannot follow must wait for a newer one, not stop the pull.
    if (waiting) throw error
    return 'held'
  }
}
