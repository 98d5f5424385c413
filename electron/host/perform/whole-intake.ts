import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { findBundleProblem, findPartProblem, isReportOf } from '../../../domain/bundle/whole-bundle.ts'
import { type Refusal, refusal } from '../../../domain/case/refusal.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import type { Store } from '../../../db/store.ts'

/**
 * Asked at the end of a transaction of every act in it: a bundle without its parts, a part without its bundle, or a result that a part does
 * not have, is refused and with it all that was done beside it.
 */
export const findTornBundle = ({ read }: Pick<Store, 'read'>, { caseId, act }: PerformInput): Refusal | null => {
  const find = (id: string): CaseState | null => read.cases.find(id)?.state ?? null
  const opened = find(caseId)
  if (act.kind === 'bundle.open')
    return opened?.kind === 'bundle' ? findBundleProblem(caseId, opened.intake, find) : null
  if (act.kind === 'bundle.child_done')
    return isReportOf(caseId, find(act.caseId), act.result) ? null : refusal('bundle_part_open')
  return 'intake' in act && opened?.kind === 'service' ? findPartProblem(caseId, opened.intake, find) : null
}
