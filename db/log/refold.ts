import { takesEffect } from '../../contract/sync.ts'
import type { Operation } from '../../contract/operation.ts'
import { operationOf } from '../cases/case-operation-of.ts'
import { isInBase } from './base-state.ts'
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

export interface RefoldBase<State> {
  readonly state: State
  readonly deviceNo: string
  readonly cseq: number
}

export interface FoldRules<State> {
  /** True when the server would apply it to that state. */
  readonly fits: (state: State | null, envelope: Operation) => boolean
  readonly fold: (state: State | null, envelope: Operation) => State
}

/**
 * State = applied operations in commit order, then own operations without a verdict, as far as the server would apply them to that
 * state (the same rules): what another desk did meanwhile comes first, and what can only end in a conflict is not shown as done.
 * Operations that were not applied never count. What a restored server forgot comes between: it was in force and will be again, as far as
 * it still fits.
 *
 * @param operations all of one entity, in the order of `LogReader.ofEntity`
 * @param base what a snapshot brought in the place of the operations up to it (SYN-60)
 */
export const refoldLog = <State>(
  operations: readonly LoggedOperation[],
  rules: FoldRules<State>,
  base: RefoldBase<State> | null = null,
): Refolded<State> => {
  let state: State | null = base?.state ?? null
  let deviceNo: string | null = base?.deviceNo ?? null
  let held = false
  for (const logged of operations) {
    if (held || isWithoutEffect(logged) || isInBase(base, logged)) continue
    const next: Stepped<State> = step(state, logged, rules)
    if (next === 'held') held = true
    else if (next !== 'skipped') {
      state = next.state
      deviceNo ??= next.deviceNo
    }
  }
  const own = operations.filter((logged) => logged.status !== null)
  const pending = own.filter(({ verdict }) => verdict === null).length
  return { state, deviceNo, pending, attention: own.filter(needsAttention).length, held }
}

/** Refused now, or refused by the server that forgot it. An own one that waits again is judged again. */
const isWithoutEffect = ({ verdict, status, former }: LoggedOperation): boolean =>
  verdict === null ? status === null && former !== null && !takesEffect(former.verdict) : !takesEffect(verdict)

/** A duplicate is delivered (SYN-26): the same act is in force from another chain. */
const needsAttention = ({ verdict, reason }: LoggedOperation): boolean =>
  verdict !== null && !takesEffect(verdict) && reason !== 'duplicate_operation'

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
    if (waiting && logged.status !== null) throw error
    return 'held'
  }
}
