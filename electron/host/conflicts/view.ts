import type { ConflictRow, ConflictView } from '../../../contract/queries/conflicts.ts'
import { operationOf } from '../../../db/cases/case-operation-of.ts'
import type { LoggedOperation } from '../../../db/log/reader.ts'
import type { StoreReader } from '../../../db/store.ts'
import { titleOf } from '../../../domain/case/titles.ts'
import { threeWay } from '../../../domain/conflict/three-way.ts'
import { maskCase } from '../queries/mask-case.ts'
import { maskRecord } from '../queries/mask-record.ts'
import {
  findConflict,
  leftBehind,
  type LostOperations,
  matterOf,
  openConflicts,
  recordOf,
  referredConflicts,
} from './lost-acts.ts'
import { isCase, type Matter, threeStates } from './three-states.ts'

/** What this desk has to settle, and for whoever decides also what other desks have referred. Oldest first. */
export const conflictRows = (read: StoreReader, decides: boolean): readonly ConflictRow[] => {
  const own = openConflicts(read)
  const referred = decides ? [...referredConflicts(read), ...leftBehind(read)] : []
  const seen = new Set(own.map(({ root }) => root.op))
  return [...own, ...referred.filter(({ root }) => !seen.has(root.op))].map((group) => rowOf(read, group))
}

/** Null = there is no such conflict, or it is settled. `tryAgain` asks whether the acts would be done as things stand. */
export const conflictView = (
  read: StoreReader,
  op: string,
  tryAgain: (group: LostOperations) => boolean,
): ConflictView | null => {
  const group = findConflict(read, op)
  if (group === null) return null
  const { base, mine, theirs, winner } = threeStates(read, group)
  const [from, own, other] = [base, mine, theirs].map(shown)
  return {
    row: rowOf(read, group),
    theirs: winner === null ? null : actOf(read, winner),
    // Leaves are plain values; the schema says so again at the border.
    fields: threeWay(from, own, other) as ConflictView['fields'],
    dependents: group.dependents.map(({ logged }) => actOf(read, logged)),
    referral: recordOf(read, op)?.referral ?? null,
    canResubmit: tryAgain(group),
  }
}

const shown = (state: Matter | null): unknown => {
  if (state === null) return null
  if (!isCase(state)) {
    const { documents: _letters, ...rest } = maskRecord(state)
    return rest
  }
  // What a field said before is no difference of its own.
  const { documents: _documents, soft: _soft, ...rest } = maskCase(state)
  return rest
}

const rowOf = (read: StoreReader, { root, dependents, state }: LostOperations): ConflictRow => {
  const matter = matterOf(read, root.entity)
  const found = isCase(matter) ? matter : null
  const carried = operationOf(root.logged.canon).data['caseNo']
  return {
    ...actOf(read, root.logged),
    caseNo: found?.caseNo ?? (typeof carried === 'string' ? carried : null),
    title: found === null ? null : titleOf(found),
    verdict: root.verdict,
    reason: root.logged.reason,
    dependents: dependents.length,
    state,
  }
}

const actOf = (read: StoreReader, { canon, op, kind }: LoggedOperation): ConflictView['dependents'][number] => {
  const { wall, actor, deviceNo } = operationOf(canon)
  return { op, kind, at: wall, actorName: read.reference.findStaff(actor)?.name ?? null, deviceNo }
}
