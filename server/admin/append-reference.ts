import { uptime } from 'node:os'
import { v7 as uuidv7 } from 'uuid'
import { canonicalJson } from '../../contract/canonical-json.ts'
import {
  type Operation,
  OperationSchema,
  type ReferenceOperation,
  referenceOperationData,
} from '../../contract/operation.ts'
import { referenceEntity } from '../../contract/reference-entity.ts'
import { syncCaps } from '../../contract/sync.ts'
import { pushText } from '../../contract/sync-texts.ts'
import type { Tx } from '../store/connect.ts'
import { getIdentity } from '../store/identity.ts'
import { type NewLogRow, appendToLog } from '../store/op-log.ts'
import { foldReference, lockReferenceVersions } from '../store/reference.ts'
import { chainHash } from '../sync/hashes.ts'
import { signAsServer } from '../sync/server-key.ts'
import { withSignature } from '../sync/with-signature.ts'
import { lockServerChain, serverDeviceNo } from './server-device.ts'

/**
 * Reference data change as operations of the server's own device: appended to the center's history, folded into the server's tables, and
 * pulled by every device. Each entity at most once a call. Throws ZodError on data that break their schema; nothing is written then.
 */
export const appendReference = async (
  tx: Tx,
  center: string,
  operations: readonly ReferenceOperation[],
  // Id of the administrator at the console; the command line does not know one.
  actor = 'system',
): Promise<void> => {
  if (operations.length === 0) return
  for (const { kind, data } of operations) referenceOperationData[kind].parse(data)
  if (new Set(operations.map(referenceEntity)).size < operations.length)
    throw new RangeError('an entity twice in one batch')
  const chain = await lockServerChain(tx, center)
  const versions = new Map(await lockReferenceVersions(tx, center, operations))
  const now = Date.now()
  const mono = Math.floor(uptime() * 1000)
  let hash = chain.lastHash
  const rows = operations.map((operation, at): Omit<NewLogRow, 'sig'> => {
    const entity = referenceEntity(operation)
    const base = versions.get(entity) ?? 0
    versions.set(entity, base + 1)
    const envelope = OperationSchema.parse({
      v: 1,
      op: uuidv7(),
      device: chain.device,
      inc: chain.inc,
      seq: chain.ack + at + 1,
      center,
      deviceNo: serverDeviceNo,
      entity,
      kind: operation.kind,
      kver: 1,
      base,
      hlc: hybridClock(now, at),
      wall: now,
      mono,
      actor,
      session: null,
      data: operation.data,
    } satisfies Operation)
    const canon = canonicalJson(envelope)
    if (Buffer.byteLength(canon, 'utf8') > syncCaps.bytesPerOperation)
      throw new RangeError(`${entity} is too large to send`)
    hash = chainHash(hash, canon)
    return {
      op: envelope.op,
      seq: envelope.seq,
      entity,
      kind: envelope.kind,
      kver: 1,
      canon,
      hash,
      verdict: 'applied',
      reason: null,
      ref: null,
      hlc: envelope.hlc,
    }
  })
  const { signingKey } = await getIdentity(tx)
  const sig = signAsServer(signingKey, pushText(chain.device, chain.inc, hash))
  await foldReference(tx, center, operations)
  await appendToLog(tx, chain, withSignature(rows, sig), now)
}

/** `mmmmmmmmmmmm-cccc-device` (contract/operation.ts); a batch longer than the counter moves the milliseconds on. */
const hybridClock = (now: number, at: number): string => {
  const milliseconds = now + Math.floor(at / 0x1_0000)
  return `${milliseconds.toString(16).padStart(12, '0')}-${(at % 0x1_0000).toString(16).padStart(4, '0')}-${serverDeviceNo}`
}
