import type { CaseOperation } from '../../domain/case/case-operation.ts'
import type { CaseState } from '../../domain/case/case-state.ts'
import { fold } from '../../domain/case/fold.ts'
import { plainDateInShanghai } from '../../domain/plain-date.ts'
import type { JudgedBatch } from '../sync/judge-batch.ts'
import type { ServerAct } from '../sync/server-rows.ts'

/** SYN-70: the marks on cases whose days cannot be true, and the cases with them. */
export const markDisputed = (
  { changed, disputed }: Pick<JudgedBatch, 'changed' | 'disputed'>,
  now: number,
): { readonly followUps: readonly ServerAct[]; readonly changed: ReadonlyMap<string, CaseState> } => {
  const states = new Map(changed)
  const followUps = disputed.flatMap(({ entity, facts }): readonly ServerAct[] => {
    const state = states.get(entity)
    if (state === undefined) return []
    const operation: CaseOperation = { kind: 'case.dispute_time', data: { ...facts, on: plainDateInShanghai(now) } }
    states.set(entity, fold(state, entity, operation))
    return [{ entity, base: state.version, operation }]
  })
  return { followUps, changed: states }
}
