import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import type { Refusal } from '../../../domain/case/refusal.ts'
import { type BatchOptions, inBatches } from '../../../db/bulk/in-batches.ts'
import { type Actor, type PerformDeps, performIn } from './perform.ts'

export interface PerformedMany {
  readonly performed: number
  /** By position in `inputs`; a refused act stops nothing else. */
  readonly refused: readonly { readonly at: number; readonly refusal: Refusal }[]
}

/**
 * Does many acts through the same rules as one: for samples, for imports, for measuring. A thousand share a write to the disk, so a
 * power cut may undo the newest ones; what a citizen waits for goes through `createPerform`.
 */
export const performMany = (
  deps: PerformDeps,
  inputs: Iterable<PerformInput>,
  actor: Actor,
  options: BatchOptions = {},
): PerformedMany => {
  const refused: { at: number; refusal: Refusal }[] = []
  let at = 0
  const done = inBatches(
    deps.store,
    inputs,
    (writer, input) => {
      const result = performIn(deps, writer, input, actor)
      if (!result.ok) refused.push({ at, refusal: result.error })
      at++
    },
    options,
  )
  return { performed: done - refused.length, refused }
}
