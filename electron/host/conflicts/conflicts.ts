import type { ConflictRow, ConflictView, SettleInput } from '../../../contract/queries/conflicts.ts'
import type { Role } from '../../../domain/case/role.ts'
import type { Refusal } from '../../../domain/case/refusal.ts'
import type { Result } from '../../../domain/result.ts'
import type { PerformTogether } from '../perform/perform-together.ts'
import type { Actor, PerformDeps } from '../perform/perform.ts'
import { deciders } from './deciders.ts'
import { actsAgain, settleConflict } from './settle.ts'
import { wouldBeDone } from './try-again.ts'
import { conflictRows, conflictView } from './view.ts'

/** Acts that did not take effect, and what people make of them. */
export interface Conflicts {
  readonly list: (role: Role) => readonly ConflictRow[]
  readonly view: (op: string, actor: Actor) => ConflictView | null
  readonly settle: (input: SettleInput, actor: Actor) => Result<null, Refusal>
}

export const createConflicts = (deps: PerformDeps, performTogether: PerformTogether): Conflicts => {
  const { store, newId } = deps
  return {
    list: (role) => conflictRows(store.read, deciders.has(role)),
    view: (op, actor) => conflictView(store.read, op, (group) => wouldBeDone(deps, actsAgain({ store }, group), actor)),
    settle: (input, actor) => settleConflict({ store, performTogether, newId }, input, actor),
  }
}
