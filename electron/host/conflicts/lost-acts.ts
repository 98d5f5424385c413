import { takesEffect } from '../../../contract/sync.ts'
import type { LoggedOperation } from '../../../db/log/reader.ts'
import { isUuid } from '../../../db/uuid.ts'
import type { StoreReader } from '../../../db/store.ts'
import { type LostEntry, type LostGroup, groupLost } from '../../../domain/conflict/group-lost.ts'
import type { CaseState } from '../../../domain/case/case-state.ts'
import type { RecordState } from '../../../domain/record/record-state.ts'
import type { ConflictRecord, ConflictState } from '../../../domain/record/conflict/conflict-record.ts'
import { conflictKey } from '../../../domain/record/conflict/module.ts'

/** An act of the log that did not take effect. */
export interface LostOperation extends LostEntry {
  readonly logged: LoggedOperation
}

export interface LostOperations extends LostGroup<LostOperation> {
  /** Null = nobody has said anything yet. */
  readonly state: ConflictState | null
}

/** More than a desk can have to decide in weeks; what is beyond comes up when some are settled. */
const most = 2000

/** Acts of this desk that did not take effect and are not settled, with what was built on them, oldest first. */
export const openConflicts = (read: StoreReader): readonly LostOperations[] =>
  groupLost(
    read.sync
      .attention(most)
      .flatMap(({ op }) => lostOf(read, op) ?? [])
      .reverse(),
  )
    .map((group) => ({ ...group, state: recordOf(read, group.root.op)?.status ?? null }))
    .filter(({ state }) => state !== 'settled')

/** Acts of other desks whose person had left before they came in: nobody there may settle them, so every supervisor sees them (SYN-76). */
export const leftBehind = (read: StoreReader): readonly LostOperations[] =>
  read.sync
    .ofClosedAccounts(most)
    .flatMap((op) => lostOf(read, op) ?? [])
    .reverse()
    .map((root) => ({ root, dependents: builtOn(read, root), state: recordOf(read, root.op)?.status ?? null }))
    .filter(({ state }) => state === null)

const builtOn = (read: StoreReader, { op, entity }: LostOperation): readonly LostOperation[] =>
  read.log
    .ofEntity(entity)
    .filter(({ verdict, ref }) => verdict === 'dependent' && ref === op)
    .flatMap((each) => lostOf(read, each.op) ?? [])

/** Conflicts of the whole center that a supervisor was asked to decide, oldest first. */
export const referredConflicts = (read: StoreReader): readonly LostOperations[] => {
  const found: LostOperations[] = []
  read.records.each('conflict', (record) => {
    if (record.kind !== 'conflict' || record.status !== 'referred') return
    const group = groupOfRecord(read, record)
    if (group !== null) found.push(group)
  })
  return found
}

/** The group of a lost act, by the operation that stands at its root. Null = there is none, or it was settled. */
export const findConflict = (read: StoreReader, op: string): LostOperations | null => {
  const record = recordOf(read, op)
  if (record?.status === 'settled') return null
  if (record !== null) return groupOfRecord(read, record)
  return [...openConflicts(read), ...leftBehind(read)].find(({ root }) => root.op === op) ?? null
}

export const recordOf = (read: StoreReader, op: string): ConflictRecord | null => {
  const id = read.records.findByKey('conflict', conflictKey(op))
  const state = id === null ? null : (read.records.find(id)?.state ?? null)
  return state?.kind === 'conflict' ? state : null
}

/** The case or record that a lost act was about, as it stands; null also for reference data, which is neither. */
export const matterOf = (read: StoreReader, entity: string): CaseState | RecordState | null =>
  isUuid(entity) ? ((read.cases.find(entity) ?? read.records.find(entity))?.state ?? null) : null

const groupOfRecord = (read: StoreReader, { lost, dependents, status }: ConflictRecord): LostOperations | null => {
  const root = lostOf(read, lost.op)
  return root === null ? null : { root, dependents: dependents.flatMap((op) => lostOf(read, op) ?? []), state: status }
}

const lostOf = (read: StoreReader, op: string): LostOperation | null => {
  const logged = read.log.find(op)
  if (logged === null || logged.verdict === null || takesEffect(logged.verdict)) return null
  return { op, entity: logged.entity, verdict: logged.verdict, ref: logged.ref, logged }
}
