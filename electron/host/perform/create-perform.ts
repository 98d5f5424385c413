import { err } from '../../../domain/result.ts'
import { refusal } from '../../../domain/case/refusal.ts'
import type { PerformInput } from '../../../contract/acts/case-acts.ts'
import { OperationTooLarge } from '../../../db/log/append.ts'
import { performWithFollowUps } from './follow-ups.ts'
import type { Perform, PerformDeps } from './perform.ts'
import { UndoneBy } from './undone-by.ts'
import { findTornBundle } from './whole-intake.ts'

export const createPerform =
  (deps: PerformDeps): Perform =>
  (input, actor) => {
    try {
      return deps.store.transact((writer) => {
        const done = performWithFollowUps(deps, writer, input, actor)
        const torn = done.ok ? findTornBundle(deps.store, input) : null
        if (torn !== null) throw new UndoneBy(torn)
        return done
      })
    } catch (error) {
      if (error instanceof UndoneBy) return err(error.refusal)
      if (!(error instanceof OperationTooLarge)) throw error
      return err(refusal('invalid_fields', { fields: [{ field: tooLargeField(input.act), code: 'too_long' }] }))
    }
  }

/** The part of an act that a person can make shorter. */
const tooLargeField = (act: PerformInput['act']): string =>
  'intake' in act ? 'intake' : 'materials' in act ? 'materials' : act.kind
