import { canonicalJson } from '../../contract/canonical-json.ts'
import { type Operation, OperationSchema } from '../../contract/operation.ts'
import type { CaseOperation } from '../../domain/case/case-operation.ts'
import type { RecordOperation } from '../../domain/record/record-act.ts'
import type { ServerChain } from '../admin/server-device.ts'
import { chainHash } from './hashes.ts'
import type { JudgedOperation } from './judge-batch.ts'

/** What is done on the server to a case or a record: by itself, because of what it was sent, or by an administrator at its console. */
export interface ServerAct {
  readonly entity: string
  /** Version of it that this follows. */
  readonly base: number
  readonly operation: CaseOperation | RecordOperation
  /** Id of the administrator; absent = the server itself. */
  readonly actor?: string
}

/** The server's acts as operations of its own chain, behind its last. */
export const serverRows = (
  chain: ServerChain,
  acts: readonly ServerAct[],
  stamp: { readonly now: number; readonly mono: number; readonly deviceNo: string; readonly newId: () => string },
): readonly JudgedOperation[] => {
  const { now, mono, deviceNo } = stamp
  let hash = chain.lastHash
  return acts.map(({ entity, base, operation: { kind, data }, actor = 'system' }, at): JudgedOperation => {
    const envelope = OperationSchema.parse({
      v: 1,
      op: stamp.newId(),
      device: chain.device,
      inc: chain.inc,
      seq: chain.ack + at + 1,
      center: chain.center,
      deviceNo,
      entity,
      kind,
      kver: 1,
      base,
      hlc: `${now.toString(16).padStart(12, '0')}-${(at % 0x1_0000).toString(16).padStart(4, '0')}-${deviceNo}`,
      wall: now,
      mono,
      actor,
      session: null,
      data: { ...data },
    } satisfies Operation)
    const canon = canonicalJson(envelope)
    hash = chainHash(hash, canon)
    const { op, seq, hlc } = envelope
    return { op, seq, entity, kind, kver: 1, base, canon, hash, verdict: 'applied', reason: null, ref: null, hlc }
  })
}
