import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import type { PerformRecordInput } from '../../../contract/acts/record-acts.ts'
import { type Refusal, refusal } from '../../../domain/case/refusal.ts'
import { type Result, err, ok } from '../../../domain/result.ts'
import { OperationTooLarge } from '../../../db/log/append.ts'
import { type PerformedRecord, performRecordIn } from './perform-record.ts'
import { performWithFollowUps } from './follow-ups.ts'
import type { Actor, PerformDeps, Performed } from './perform.ts'
import { UndoneBy } from './undone-by.ts'
import { findTornBundle } from './whole-intake.ts'

/** One act of several, on a case or on a record. */
export type TogetherInput = PerformInput | PerformRecordInput

/** Which act was refused, by its position, and why. */
export interface RefusedTogether {
  readonly at: number
  readonly refusal: Refusal
}

/**
 * Does several acts as one: a bundle with the cases it opens, a bad rating with the task it owes. All of them are on the disk together
 * when this returns `ok`; when one is refused nothing was done, and the numbers taken are given again. What follows from one of them (the end
 * of the last part, reported to its bundle) makes none after it stale.
 */
export type PerformTogether = (
  inputs: readonly TogetherInput[],
  /** Who does all of them, or who does each. */
  actor: Actor | readonly Actor[],
) => Result<readonly (Performed | PerformedRecord)[], RefusedTogether>

export const createPerformTogether =
  (deps: PerformDeps): PerformTogether =>
  (inputs, actor) => {
    let at = 0
    try {
      const done = deps.store.transact((writer) => {
        const followed = new Map<string, number>()
        const raised = (caseId: string): void => {
          followed.set(caseId, (followed.get(caseId) ?? 0) + 1)
        }
        const each = inputs.map((input, n) => {
          at = n
          const doer = isList(actor) ? actor[n] : actor
          if (doer === undefined) throw new RangeError('an act without an actor')
          const one =
            'caseId' in input
              ? performWithFollowUps(
                  deps,
                  writer,
                  { ...input, base: input.base + (followed.get(input.caseId) ?? 0) },
                  doer,
                  raised,
                )
              : performRecordIn(deps, writer, input, doer)
          if (!one.ok) throw new UndoneBy(one.error)
          return one.value
        })
        for (const [n, input] of inputs.entries()) {
          at = n
          const torn = 'caseId' in input ? findTornBundle(deps.store, input) : null
          if (torn !== null) throw new UndoneBy(torn)
        }
        return each
      })
      return ok(done)
    } catch (error) {
      if (error instanceof UndoneBy) return err({ at, refusal: error.refusal })
      if (!(error instanceof OperationTooLarge)) throw error
      const field = inputs[at]?.act.kind ?? ''
      return err({ at, refusal: refusal('invalid_fields', { fields: [{ field, code: 'too_long' }] }) })
    }
  }

const isList = (actor: Actor | readonly Actor[]): actor is readonly Actor[] => Array.isArray(actor)
