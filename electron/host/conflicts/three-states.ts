import { takesEffect } from '../../../contract/sync.ts'
import { caseOperationOf, operationOf } from '../../../db/cases/case-operation-of.ts'
import { isInBase } from '../../../db/log/base-state.ts'
import type { LoggedOperation } from '../../../db/log/reader.ts'
import { recordOperationOf } from '../../../db/records/refold.ts'
import type { StoreReader } from '../../../db/store.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import { fold } from '../../../domain/case/fold.ts'
import { foldRecord } from '../../../domain/record/fold.ts'
import { recordKindOfAct } from '../../../domain/record/modules.ts'
import type { RecordState } from '../../../domain/record/record-state.ts'
import type { LostOperations } from './lost-acts.ts'

export type Matter = CaseState | RecordState

/** The matter as both began, as this desk had made it, and as it is in force; null = it did not exist there. */
export interface ThreeStates {
  readonly base: Matter | null
  readonly mine: Matter | null
  readonly theirs: Matter | null
  /** The operation that made the first version that this desk had not seen. */
  readonly winner: LoggedOperation | null
}

/** CFL-3: folded from the log alone, so that every device that has the history can show it. */
export const threeStates = (read: StoreReader, { root, dependents }: LostOperations): ThreeStates => {
  const { base: seen } = operationOf(root.logged.canon)
  const given = read.log.base(root.entity)
  let theirs: Matter | null = given?.state ?? null
  let base: Matter | null = theirs !== null && theirs.version <= seen ? theirs : null
  let winner: LoggedOperation | null = null
  for (const logged of read.log.ofEntity(root.entity)) {
    if (logged.verdict === null || !takesEffect(logged.verdict) || logged.held !== null || isInBase(given, logged))
      continue
    theirs = step(theirs, logged)
    if (theirs !== null && theirs.version <= seen) base = theirs
    else winner ??= logged
  }
  return { base, mine: withLost(base, [root, ...dependents]), theirs, winner }
}

/** What the desk had before it: its acts fitted each other when they were done. One that does not any more is left out. */
const withLost = (base: Matter | null, lost: readonly { readonly logged: LoggedOperation }[]): Matter | null =>
  lost.reduce<Matter | null>((state, { logged }) => {
    try {
      return step(state, logged)
    } catch {
      return state
    }
  }, base)

const step = (state: Matter | null, { canon, entity }: LoggedOperation): Matter => {
  const envelope = operationOf(canon)
  return recordKindOfAct(envelope.kind) === null
    ? fold(isCase(state) ? state : null, entity, caseOperationOf(envelope), envelope.hlc)
    : foldRecord(isCase(state) ? null : state, entity, recordOperationOf(envelope))
}

export const isCase = (state: Matter | null): state is CaseState => state !== null && 'caseNo' in state
