import { performRecordIn } from '../perform/perform-record.ts'
import type { TogetherInput } from '../perform/perform-together.ts'
import { type Actor, type PerformDeps, performIn } from '../perform/perform.ts'

/** Whether all of these acts would be done now. Nothing is written: the transaction is undone whatever it says. */
export const wouldBeDone = (deps: PerformDeps, inputs: readonly TogetherInput[], actor: Actor): boolean => {
  let done = false
  try {
    deps.store.transact((writer) => {
      done = inputs.every((input) =>
        'caseId' in input ? performIn(deps, writer, input, actor).ok : performRecordIn(deps, writer, input, actor).ok,
      )
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return done
}

class Undone extends Error {}
