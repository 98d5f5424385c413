import { withIssued } from '../letters/document.ts'
import type { CaseOperation } from './case-operation.ts'
import type { CaseState } from './case-state.ts'
import { foldCommon } from './common-module.ts'
import { isCommonKind } from './common-workflow.ts'
import { kindOfAct, moduleOf } from './modules.ts'
import { isAdditive, takenTransition } from './workflow.ts'

/**
 * State after one more operation. Pure: device, server and tests fold the same list to the same state. The caller folds only
 * operations that were decided or judged to fit; one that cannot follow the state is a bug and throws.
 *
 * @param stamp `hlc` of the operation: it settles fields without legal effect only
 */
export const fold = (state: CaseState | null, entity: string, operation: CaseOperation, stamp = ''): CaseState => {
  const next = withLetter(state, step(state, entity, operation, stamp), operation)
  return isAdditive(operation.kind) ? next : { ...next, version: next.version + 1 }
}

export const foldAll = (entity: string, operations: readonly CaseOperation[]): CaseState | null =>
  operations.reduce<CaseState | null>((state, operation) => fold(state, entity, operation), null)

const step = (state: CaseState | null, entity: string, operation: CaseOperation, stamp: string): CaseState => {
  if (isCommonKind(operation.kind)) {
    if (state === null) throw new Error(`${operation.kind} without a case`)
    // The kind says that it is one of the common acts.
    return foldCommon(state, operation as Parameters<typeof foldCommon>[1], stamp)
  }
  const kind = kindOfAct(operation.kind)
  if (kind === null || (state !== null && state.kind !== kind))
    throw new Error(`${operation.kind} does not fit the case`)
  return moduleOf(kind).fold(state, entity, operation)
}

/** Enters the numbered letter that came with the operation, of the kind that the table says. */
const withLetter = (before: CaseState | null, after: CaseState, operation: CaseOperation): CaseState => {
  if (!('letterNo' in operation.data) || operation.data.letterNo === undefined) return after
  if (operation.kind === 'letter.reissue') return after
  const letter = takenTransition(before, after, operation.kind)?.letter ?? null
  if (letter === null) throw new Error(`${operation.kind} owes no letter`)
  const { letterNo: no, on } = operation.data
  return { ...after, documents: withIssued(after.documents, { letter, no, on, replaces: null }) }
}
