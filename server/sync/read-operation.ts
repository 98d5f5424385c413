import { canonicalJson } from '../../contract/canonical-json.ts'
import {
  CaseOperationSchema,
  type Operation,
  OperationSchema,
  caseOperationData,
  recordOperationData,
  referenceOperationData,
} from '../../contract/operation.ts'
import { UuidSchema } from '../../contract/primitives.ts'
import { type ServerReason, syncCaps } from '../../contract/sync.ts'
import type { RecordOperation } from '../../domain/record/record-act.ts'
import type { CaseOperation } from '../../domain/case/case-operation.ts'

/** What an operation must say of itself, from the chain it stands in. */
export interface ChainPlace {
  readonly device: string
  readonly inc: string
  readonly seq: number
  readonly center: string
  readonly deviceNo: string
}

/** An operation as far as this server understands it. `envelope` is null where not even that could be read or trusted. */
export type ReadOperation =
  | { readonly type: 'case'; readonly envelope: Operation; readonly operation: CaseOperation }
  | { readonly type: 'record'; readonly envelope: Operation; readonly operation: RecordOperation }
  | { readonly type: 'reference'; readonly envelope: Operation }
  | { readonly type: 'unreadable'; readonly envelope: Operation | null; readonly reason: ServerReason }

/** SYN-9: text to operation. Never throws: what cannot be read is kept under a reason and blocks nothing behind it. */
export const readOperation = (canon: string, place: ChainPlace): ReadOperation => {
  if (Buffer.byteLength(canon, 'utf8') > syncCaps.bytesPerOperation) return unreadable(null, 'operation_too_large')
  const json = parseJson(canon)
  const envelope = OperationSchema.safeParse(json)
  if (!envelope.success) return unreadable(null, 'not_an_operation')
  if (!isCanonical(json, canon)) return unreadable(null, 'not_canonical')
  if (!standsIn(envelope.data, place)) return unreadable(null, 'origin_mismatch')
  return readKind(envelope.data)
}

const readKind = (envelope: Operation): ReadOperation => {
  if (Object.hasOwn(referenceOperationData, envelope.kind)) return { type: 'reference', envelope }
  const known = Object.hasOwn(caseOperationData, envelope.kind) || isRecordKind(envelope.kind)
  if (!known) return unreadable(envelope, 'kind_unknown')
  if (envelope.kver !== 1) return unreadable(envelope, 'version_unknown')
  return isRecordKind(envelope.kind) ? readRecord(envelope, envelope.kind) : readCase(envelope)
}

const isRecordKind = (kind: string): kind is RecordOperation['kind'] => Object.hasOwn(recordOperationData, kind)

const readRecord = (envelope: Operation, kind: RecordOperation['kind']): ReadOperation => {
  const data = recordOperationData[kind].safeParse(envelope.data)
  if (!data.success || !UuidSchema.safeParse(envelope.entity).success) return unreadable(envelope, 'data_invalid')
  // The schema of a kind yields the data of that kind, which the compiler cannot see through the index.
  return { type: 'record', envelope, operation: { kind, data: data.data } as RecordOperation }
}

const readCase = (envelope: Operation): ReadOperation => {
  const operation = CaseOperationSchema.safeParse({ kind: envelope.kind, data: envelope.data })
  if (!operation.success || !UuidSchema.safeParse(envelope.entity).success) return unreadable(envelope, 'data_invalid')
  return { type: 'case', envelope, operation: operation.data }
}

const unreadable = (envelope: Operation | null, reason: ServerReason): ReadOperation => ({
  type: 'unreadable',
  envelope,
  reason,
})

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isCanonical = (json: unknown, canon: string): boolean => {
  try {
    return canonicalJson(json) === canon
  } catch {
    return false
  }
}

const standsIn = (envelope: Operation, place: ChainPlace): boolean =>
  envelope.device === place.device &&
  envelope.inc === place.inc &&
  envelope.seq === place.seq &&
  envelope.center === place.center &&
  envelope.deviceNo === place.deviceNo

/** A text PostgreSQL can keep byte for byte: canonical JSON holds no raw control character and no half surrogate pair. */
export const isStorable = (canon: string): boolean => !/\p{Cc}|\p{Cs}/u.test(canon)
