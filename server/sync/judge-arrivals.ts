import { OperationSchema } from '../../contract/operation.ts'
import { findCaseNumbers, lockCases, saveCases } from '../store/case-states.ts'
import type { Tx } from '../store/connect.ts'
import type { Told } from '../store/incarnations.ts'
import { type Chain, findEffective, findLoggedIds, findOwnAfter } from '../store/op-log.ts'
import { lockRecords, saveRecords } from '../store/record-states.ts'
import { centerCalendar } from '../store/center-calendar.ts'
import { findStaffIds } from '../store/staff.ts'
import type { ChainedText } from './chain-problem.ts'
import { type JudgedBatch, type JudgedOperation, judgeBatch } from './judge-batch.ts'
import { nameWinners } from './name-winners.ts'
import type { OwnStep } from './own-roots.ts'
import { type CaseOperation, opensCase } from '../../domain/case/case-operation.ts'
import { readOperation } from './read-operation.ts'

export type RuleFailure = JudgedBatch['failures'][number]

/** Where a batch stands: its chain, and how far the device may know the history, in which epoch. */
export interface ArrivalPlace {
  readonly chain: Chain
  readonly deviceNo: string
  readonly told: Told
  readonly epoch: string
}

export type JudgeArrivals = (
  tx: Tx,
  place: ArrivalPlace,
  texts: readonly ChainedText[],
) => Promise<{ readonly operations: readonly JudgedOperation[]; readonly failures: readonly RuleFailure[] }>

/** Reads what the center knows of the cases in a batch, judges it, and writes the states that follow. */
export const judgeArrivals: JudgeArrivals = async (tx, { chain, deviceNo, told, epoch }, texts) => {
  if (texts.length === 0) return { operations: [], failures: [] }
  const place = { ...chain, deviceNo }
  const arrived = texts.map((text) => ({ ...text, read: readOperation(text.canon, { ...place, seq: text.seq }) }))
  const envelopes = arrived.flatMap(({ read }) => read.envelope ?? [])
  const cases = arrived.flatMap(({ read }) => (read.type === 'case' ? [read] : []))
  const records = arrived.flatMap(({ read }) => (read.type === 'record' ? [read] : []))
  const { center } = chain
  const named = cases.flatMap(({ envelope, operation }) => [envelope.entity, ...partOf(operation)])
  const states = await lockCases(tx, center, unique(named))
  const numbers = cases.flatMap(({ operation }) => (opensCase(operation) ? [operation.data.caseNo] : []))
  const recordStates = await lockRecords(tx, center, unique(records.map(({ envelope }) => envelope.entity)))
  const entities = unique(envelopes.map(({ entity }) => entity))
  const judged = judgeBatch(arrived, place, {
    states,
    records: recordStates,
    calendar: await centerCalendar(tx, center),
    caseNumbers: await findCaseNumbers(tx, center, numbers),
    operations: await findLoggedIds(tx, center, unique(envelopes.map(({ op }) => op))),
    staff: await findStaffIds(tx, center, unique([...cases, ...records].map(({ envelope }) => envelope.actor))),
    // Of a device that was here before a restore nobody can say what it knows: then nothing is held to be built on a refused one.
    own: told.epoch === epoch ? await ownSteps(tx, chain, entities, told.cseq) : null,
  })
  await saveCases(tx, center, judged.changed, new Set(states.keys()))
  await saveRecords(tx, center, judged.changedRecords, new Set(recordStates.keys()))
  const lost = judged.operations.flatMap(({ verdict, entity }) =>
    verdict === 'conflict' && entity !== null ? [entity] : [],
  )
  const effective = await findEffective(tx, center, unique(lost))
  return { operations: nameWinners(judged.operations, effective), failures: judged.failures }
}

const ownSteps = async (
  tx: Tx,
  chain: Chain,
  entities: readonly string[],
  after: number,
): Promise<readonly OwnStep[]> =>
  (await findOwnAfter(tx, chain, entities, after)).map(({ canon, ...step }) => ({
    ...step,
    // It has an id in the log, so it was read as an operation when it came.
    base: OperationSchema.parse(JSON.parse(canon)).base,
  }))

/** The part of a bundle that an operation reports. */
const partOf = (operation: CaseOperation): readonly string[] =>
  operation.kind === 'bundle.child_done' ? [operation.data.caseId] : []

const unique = (texts: readonly string[]): readonly string[] => [...new Set(texts)]
