import type { CaseState } from '../../domain/case/case-state.ts'
import { type Openings, findOpenings } from '../conflict/find-duplicates.ts'
import { type KnownKey, addKeys, moveKeys } from '../conflict/natural-key-rows.ts'
import { settleDuplicate } from '../conflict/settle-duplicate.ts'
import { findCaseNumbers, lockCases, saveCases } from '../store/case-states.ts'
import type { Tx } from '../store/connect.ts'
import type { Told } from '../store/incarnations.ts'
import { type Chain, findEffective, findLoggedIds, findOwnAfter } from '../store/op-log.ts'
import { lockRecords, saveRecords } from '../store/record-states.ts'
import { centerCalendar } from '../store/center-calendar.ts'
import { findStaff } from '../store/staff.ts'
import type { ChainedText } from './chain-problem.ts'
import { type JudgedBatch, type JudgedOperation, judgeBatch } from './judge-batch.ts'
import { nameWinners } from './name-winners.ts'
import type { OwnStep } from './own-roots.ts'
import { type CaseOperation, opensCase } from '../../domain/case/case-operation.ts'
import { lockServerDevice } from '../admin/server-device.ts'
import { findNumberFaults, keepNumbers } from '../lease/running-numbers.ts'
import { getIdentity } from '../store/identity.ts'
import { markDisputed } from '../time/mark-disputed.ts'
import { type ActTime, marksMatter, timeRulings } from '../time/time-rulings.ts'
import { type ReadOperation, readOperation } from './read-operation.ts'
import type { ServerAct } from './server-rows.ts'

export type RuleFailure = JudgedBatch['failures'][number]

/** Where a batch stands: its chain, and how far the device may know the history, in which epoch. */
export interface ArrivalPlace {
  readonly chain: Chain
  readonly deviceNo: string
  readonly told: Told
  readonly epoch: string
  readonly receivedAt: number
  /** It was in the history before a restore: what the server did because of it comes back by itself. */
  readonly recovered?: true
}

export type JudgeArrivals = (tx: Tx, place: ArrivalPlace, texts: readonly ChainedText[]) => Promise<JudgedArrivals>

export interface JudgedArrivals {
  /** The first of the texts, all of them mostly: what stands behind a duplicate is judged once the server has acted on it. */
  readonly operations: readonly JudgedOperation[]
  readonly failures: readonly RuleFailure[]
  /** What the server itself does because of them; appended behind them (server-acts.ts). */
  readonly followUps: readonly ServerAct[]
}

/** Reads what the center knows of the cases in a batch, judges it, and writes the states that follow. */
export const judgeArrivals: JudgeArrivals = async (
  tx,
  { chain, deviceNo, told, epoch, receivedAt, recovered },
  texts,
) => {
  if (texts.length === 0) return { operations: [], failures: [], followUps: [] }
  const place = { ...chain, deviceNo }
  const arrived = texts.map((text) => ({ ...text, read: readOperation(text.canon, { ...place, seq: text.seq }) }))
  const envelopes = arrived.flatMap(({ read }) => read.envelope ?? [])
  const cases = arrived.flatMap(({ read }) => (read.type === 'case' ? [read] : []))
  const records = arrived.flatMap(({ read }) => (read.type === 'record' ? [read] : []))
  const { center } = chain
  const named = cases.flatMap(({ envelope, operation }) => [envelope.entity, ...partOf(operation)])
  const reads = arrived.map(({ read }) => read)
  const times = await timesOf(tx, reads, receivedAt)
  const found = await findOpenings(tx, { center, deviceNo }, arrived)
  const openings = recovered === true ? { ...found, first: null } : found
  const upTo = openings.first === null ? arrived.length : openings.first.place + 1
  // Before any case, as everywhere: whoever appends to the server's own chain has locked it first.
  if (
    openings.candidates.length > 0 ||
    openings.first !== null ||
    arrived.some(({ read }) => marksMatter(read, times.get(read.envelope?.op ?? '')))
  )
    await lockServerDevice(tx, center)
  const states = await lockCases(tx, center, unique([...named, ...openings.candidates]))
  const numbers = cases.flatMap(({ operation }) => (opensCase(operation) ? [operation.data.caseNo] : []))
  const recordStates = await lockRecords(tx, center, unique(records.map(({ envelope }) => envelope.entity)))
  const entities = unique(envelopes.map(({ entity }) => entity))
  const judged = judgeBatch(arrived.slice(0, upTo), place, {
    states,
    records: recordStates,
    calendar: await centerCalendar(tx, center),
    caseNumbers: await findCaseNumbers(tx, center, numbers),
    operations: await findLoggedIds(tx, center, unique(envelopes.map(({ op }) => op))),
    staff: await findStaff(tx, center, unique([...cases, ...records].map(({ envelope }) => envelope.actor))),
    times,
    checkNumber: await findNumberFaults(tx, chain, reads),
    // Of a device that was here before a restore nobody can say what it knows: then nothing is held to be built on a refused one.
    own: told.epoch === epoch ? await ownSteps(tx, chain, entities, told.cseq) : null,
  })
  await keepNumbers(tx, center, reads, judged.operations)
  const marked = markDisputed(judged, receivedAt)
  await addKeys(tx, center, keysOf(openings, judged.operations, deviceNo), receivedAt)
  const { followUps, changed } = await actOnDuplicate(tx, center, openings, states, marked, receivedAt)
  await saveCases(tx, center, changed, states)
  await saveRecords(tx, center, judged.changedRecords, new Set(recordStates.keys()))
  const lost = judged.operations.flatMap(({ verdict, entity }) =>
    verdict === 'conflict' && entity !== null ? [entity] : [],
  )
  const effective = await findEffective(tx, center, unique(lost))
  return { operations: nameWinners(judged.operations, effective), failures: judged.failures, followUps }
}

/** What the batch has opened stands under its keys from now on. */
const keysOf = ({ keys }: Openings, operations: readonly JudgedOperation[], deviceNo: string): readonly KnownKey[] =>
  operations.flatMap(({ entity, verdict }) =>
    entity === null || verdict !== 'applied'
      ? []
      : (keys.get(entity) ?? []).map((key) => ({ ...key, id: entity, deviceNo })),
  )

type FollowedUp = ReturnType<typeof markDisputed>

/** The last of the batch may be there already, under another number. */
const actOnDuplicate = async (
  tx: Tx,
  center: string,
  { first }: Openings,
  states: ReadonlyMap<string, CaseState>,
  { followUps, changed }: FollowedUp,
  receivedAt: number,
): Promise<FollowedUp> => {
  const opened = first === null || states.has(first.entity) ? undefined : changed.get(first.entity)
  if (first === null || opened === undefined) return { followUps, changed }
  const now = new Map([...states, ...changed])
  const settled = settleDuplicate(opened, first.known, now, receivedAt)
  if (settled.merged !== null) await moveKeys(tx, center, settled.merged.alias, settled.merged.survivor)
  return { followUps: [...followUps, ...settled.acts], changed: new Map([...changed, ...settled.changed]) }
}

const timesOf = async (
  tx: Tx,
  arrived: readonly ReadOperation[],
  receivedAt: number,
): Promise<ReadonlyMap<string, ActTime>> => timeRulings(arrived, (await getIdentity(tx)).tokenKey, receivedAt)

const ownSteps = async (
  tx: Tx,
  chain: Chain,
  entities: readonly string[],
  after: number,
): Promise<readonly OwnStep[]> => findOwnAfter(tx, chain, entities, after)

/** The part of a bundle that an operation reports. */
const partOf = (operation: CaseOperation): readonly string[] =>
  operation.kind === 'bundle.child_done' ? [operation.data.caseId] : []

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
