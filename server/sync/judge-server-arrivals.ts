import { OperationSchema, type ReferenceOperation } from '../../contract/operation.ts'
import type { Verdict } from '../../contract/sync.ts'
import { readData } from '../../contract/versions/read-data.ts'
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
    read.flatMap(({ own }) => own?.op ?? []),
  )
  const operations: JudgedOperation[] = []
  for (const { text, own } of read) {
    if (own === null) {
      operations.push({ ...text, ...nothing, verdict: 'quarantined', reason: 'not_an_operation' })
      continue
    }
    const { op, entity, operation, base, hlc, kver } = own
    const facts = { entity, kind: operation.kind, kver, base, hlc, ref: null }
    if (ids.has(op)) {
      operations.push({ ...text, ...facts, op: null, verdict: 'rejected', reason: 'duplicate_operation' })
      continue
    }
    // One by one: a batch may set the same entity twice.
    const version = (await lockReferenceVersions(tx, center, [operation])).get(entity) ?? 0
    const verdict: Verdict = version === base ? 'applied' : 'conflict'
    if (verdict === 'applied') await foldReference(tx, center, [operation])
    operations.push({ ...text, ...facts, op, verdict, reason: verdict === 'applied' ? null : 'stale' })
  }
  return { operations, failures: [] }
}

const nothing = { op: null, entity: null, kind: null, kver: null, base: 0, hlc: null, ref: null }

interface OwnOperation {
  readonly op: string
  readonly entity: string
  readonly base: number
  readonly hlc: string
  readonly kver: number
  readonly operation: ReferenceOperation
}

const readOwn = ({ canon }: ChainedText): OwnOperation | null => {
  const envelope = OperationSchema.safeParse(parseJson(canon))
  if (!envelope.success) return null
  const { op, entity, base, hlc, kind, kver, data } = envelope.data
  const read = readData(kind, kver, data)
  return read.ok && read.value.type === 'reference'
    ? { op, entity, base, hlc, kver, operation: read.value.operation }
    : null
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
