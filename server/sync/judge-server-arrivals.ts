import { type Operation, OperationSchema, type ReferenceOperation } from '../../contract/operation.ts'
import { readData } from '../../contract/versions/read-data.ts'
import type { CaseOperation } from '../../domain/case/case-operation.ts'
import { fold } from '../../domain/case/fold.ts'
import { judge } from '../../domain/case/judge.ts'
import { centerCalendar } from '../store/center-calendar.ts'
import { lockCases, saveCases } from '../store/case-states.ts'
import type { Tx } from '../store/connect.ts'
import { findLoggedIds } from '../store/op-log.ts'
import { foldReference, lockReferenceVersions } from '../store/reference.ts'
import type { ChainedText } from './chain-problem.ts'
import type { JudgeArrivals } from './judge-arrivals.ts'
import type { JudgedOperation } from './judge-batch.ts'

/**
 * Operations of the server itself that a restore lost and a device brings back: each takes effect when nothing newer was set since, and is
 * kept under a conflict otherwise. The signature of the server says that they are its own.
 */
export const judgeServerArrivals: JudgeArrivals = async (tx, { chain }, texts) => {
  const { center } = chain
  const read = texts.map((text) => ({ text, own: readOwn(text) }))
  const ids = await findLoggedIds(
    tx,
    center,
    read.flatMap(({ own }) => own?.envelope.op ?? []),
  )
  const operations: JudgedOperation[] = []
  for (const { text, own } of read) {
    if (own === null) {
      operations.push({ ...text, ...nothing, verdict: 'quarantined', reason: 'not_an_operation' })
      continue
    }
    const { op, entity, base, hlc, kind, kver } = own.envelope
    const facts = { entity, kind, kver, base, hlc, ref: null }
    if (ids.has(op)) {
      operations.push({ ...text, ...facts, op: null, verdict: 'rejected', reason: 'duplicate_operation' })
      continue
    }
    // One by one: a batch may set the same entity twice.
    operations.push({ ...text, ...facts, op, ...(await takeBack(tx, center, own)) })
  }
  return { operations, failures: [], followUps: [] }
}

const takeBack = (tx: Tx, center: string, own: OwnOperation): Promise<Pick<JudgedOperation, 'verdict' | 'reason'>> =>
  own.type === 'case' ? takeBackAct(tx, center, own) : takeBackReference(tx, center, own)

const takeBackReference = async (tx: Tx, center: string, { envelope, operation }: OwnReference) => {
  const version = (await lockReferenceVersions(tx, center, [operation])).get(envelope.entity) ?? 0
  if (version !== envelope.base) return { verdict: 'conflict', reason: 'stale' } as const
  await foldReference(tx, center, [operation])
  return { verdict: 'applied', reason: null } as const
}

/** What it did to a case comes back where it still fits (SYN-63); the case itself has come back before it, or never does. */
const takeBackAct = async (tx: Tx, center: string, { envelope, operation }: OwnAct) => {
  const states = await lockCases(tx, center, [envelope.entity])
  const state = states.get(envelope.entity) ?? null
  const calendar = await centerCalendar(tx, center)
  const judgement = judge(state, operation, envelope.base, envelope, calendar)
  if (judgement.verdict !== 'applied') return judgement
  const next = fold(state, envelope.entity, operation, envelope.hlc)
  await saveCases(tx, center, new Map([[envelope.entity, next]]), states)
  return { verdict: 'applied', reason: null } as const
}

const nothing = { op: null, entity: null, kind: null, kver: null, base: 0, hlc: null, ref: null }

type OwnAct = { readonly type: 'case'; readonly envelope: Operation; readonly operation: CaseOperation }
type OwnReference = {
  readonly type: 'reference'
  readonly envelope: Operation
  readonly operation: ReferenceOperation
}
type OwnOperation = OwnAct | OwnReference

const readOwn = ({ canon }: ChainedText): OwnOperation | null => {
  const envelope = OperationSchema.safeParse(parseJson(canon))
  if (!envelope.success) return null
  const { kind, kver, data } = envelope.data
  const read = readData(kind, kver, data)
  return read.ok && read.value.type !== 'record' ? { ...read.value, envelope: envelope.data } : null
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
