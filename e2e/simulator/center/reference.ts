import { canonicalJson } from '../../../contract/canonical-json.ts'
import { type Operation, OperationSchema, type ReferenceOperation } from '../../../contract/operation.ts'
import { pushText } from '../../../contract/sync-texts.ts'
import { fold } from '../../../domain/case/fold.ts'
import { judge as judgeAct } from '../../../domain/case/judge.ts'
import { readData } from '../../../contract/versions/read-data.ts'
import { referenceEntity } from '../../../contract/reference-entity.ts'
import { serverDeviceNo } from '../../../server/admin/server-device.ts'
import { chainHash } from '../../../server/sync/hashes.ts'
import type { JudgedOperation } from '../../../server/sync/judge-batch.ts'
import { signAsServer } from '../../../server/sync/server-key.ts'
import { withSignature } from '../../../server/sync/with-signature.ts'
import { type CenterState, calendarOf } from './center-state.ts'
import { type Judge, appendToLog } from './take.ts'

/** What server/admin/append-reference.ts does with SQL. */
export const appendReference = (
  state: CenterState,
  signingKey: Buffer,
  operations: readonly ReferenceOperation[],
  at: { readonly now: number; readonly newId: () => string },
): void => {
  const device = [...state.devices.values()].find(({ deviceNo }) => deviceNo === serverDeviceNo)
  const chain = state.incarnations.get(device?.id ?? '')?.findLast((one) => one.state === 'active')
  if (device === undefined || chain === undefined) throw new Error('the server has no chain of its own')
  let hash = chain.lastHash
  const rows = operations.map((operation, index): JudgedOperation => {
    const entity = referenceEntity(operation)
    const hlc = `${at.now.toString(16).padStart(12, '0')}-${index.toString(16).padStart(4, '0')}-${serverDeviceNo}`
    const envelope: Operation = {
      v: 1,
      op: at.newId(),
      device: device.id,
      inc: chain.inc,
      seq: chain.ack + index + 1,
      center: state.data.code,
      deviceNo: serverDeviceNo,
      entity,
      kind: operation.kind,
      kver: 1,
      base: state.references.get(entity) ?? 0,
      hlc,
      wall: at.now,
      mono: 0,
      actor: 'system',
      session: null,
      data: operation.data,
    }
    const canon = canonicalJson(envelope)
    hash = chainHash(hash, canon)
    foldReference(state, operation)
    const { op, seq, kind, kver, base } = envelope
    return { op, seq, entity, kind, kver, base, hlc, canon, hash, verdict: 'applied', reason: null, ref: null }
  })
  const sig = signAsServer(signingKey, pushText(device.id, chain.inc, hash))
  appendToLog(state, { device: device.id, inc: chain.inc }, withSignature(rows, sig), at.now)
}

const foldReference = (state: CenterState, operation: ReferenceOperation): void => {
  const entity = referenceEntity(operation)
  state.references.set(entity, (state.references.get(entity) ?? 0) + 1)
  switch (operation.kind) {
    case 'center.set':
      state.data = operation.data
      break
    case 'window.set':
      state.windows.set(operation.data.deviceNo, operation.data)
      break
    case 'staff.set':
      state.staff.set(operation.data.id, operation.data)
      break
    default:
  }
}

/** What server/sync/judge-server-arrivals.ts does with SQL. */
export const judgeServerArrivals: Judge = (state, _place, texts) => {
  const ids = new Set(state.log.flatMap(({ op }) => op ?? []))
  const operations = texts.map((text): JudgedOperation => {
    const envelope = OperationSchema.safeParse(parseJson(text.canon))
    const read = envelope.success ? readData(envelope.data.kind, envelope.data.kver, envelope.data.data) : null
    if (!envelope.success || read?.ok !== true || read.value.type === 'record') {
      return { ...text, ...nothing, verdict: 'quarantined', reason: 'not_an_operation' }
    }
    const { op, entity, base, hlc, kind, kver } = envelope.data
    const facts = { entity, kind, kver, base, hlc, ref: null }
    if (ids.has(op)) return { ...text, ...facts, op: null, verdict: 'rejected', reason: 'duplicate_operation' }
    if (read.value.type === 'case') {
      const before = state.cases.get(entity) ?? null
      const judgement = judgeAct(before, read.value.operation, base, envelope.data, calendarOf(state))
      if (judgement.verdict !== 'applied') return { ...text, ...facts, op, ...judgement }
      state.cases.set(entity, fold(before, entity, read.value.operation, hlc))
      return { ...text, ...facts, op, verdict: 'applied', reason: null }
    }
    const isNext = (state.references.get(entity) ?? 0) === base
    if (isNext) foldReference(state, read.value.operation)
    return { ...text, ...facts, op, verdict: isNext ? 'applied' : 'conflict', reason: isNext ? null : 'stale' }
  })
  return { operations, followUps: [] }
}

const nothing = { op: null, entity: null, kind: null, kver: null, base: 0, hlc: null, ref: null }

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
