import type { CaseOperation } from '../../domain/case/case-operation.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { fold } from '../../domain/case/fold.ts'
import { actsOnDuplicate } from '../../domain/conflict/duplicate-acts.ts'
import { judgeDuplicate } from '../../domain/conflict/duplicate.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import type { ServerAct } from '../sync/server-rows.ts'
import type { KnownKey } from './natural-key-rows.ts'

export interface SettledDuplicate {
  readonly acts: readonly ServerAct[]
  /** The cases after them, by id. */
  readonly changed: ReadonlyMap<string, CaseState>
  /** Null = nothing was made one. */
  readonly merged: { readonly survivor: string; readonly alias: string } | null
}

/** CFL-5 … CFL-7: what the server does about a case that something stands under the same key as. Pure. */
export const settleDuplicate = (
  opened: CaseState,
  known: readonly KnownKey[],
  states: ReadonlyMap<string, CaseState>,
  now: number,
): SettledDuplicate => {
  for (const { id, kind } of known) {
    const state = states.get(id)
    if (state === undefined) continue
    const found = judgeDuplicate(state, opened, kind)
    if (found.way === 'none') continue
    const merged = found.way === 'merge' ? { survivor: found.survivor.id, alias: found.alias.id } : null
    return { ...performed(state, opened, actsOnDuplicate(found, state, opened), now), merged }
  }
  return { acts: [], changed: new Map(), merged: null }
}

const performed = (
  known: CaseState,
  opened: CaseState,
  acts: ReturnType<typeof actsOnDuplicate>,
  now: number,
): Pick<SettledDuplicate, 'acts' | 'changed'> => {
  const both = new Map([known, opened].map((state) => [state.id, state]))
  const changed = new Map<string, CaseState>()
  const done = acts.map(({ caseId, act: { kind, ...said } }): ServerAct => {
    const before = both.get(caseId)
    if (before === undefined) throw new Error('an act on neither of the two')
    // `Recorded` is the act with its day; the compiler cannot follow the spread through the union.
    const operation = { kind, data: { ...said, on: plainDateInShanghai(now) } } as unknown as CaseOperation
    const after = fold(before, caseId, operation)
    both.set(caseId, after)
    changed.set(caseId, after)
    return { entity: caseId, base: before.version, operation }
  })
  return { acts: done, changed }
}
