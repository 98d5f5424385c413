import { canonicalJson } from '../../contract/canonical-json.ts'
import { type Operation, referenceOperationData } from '../../contract/operation.ts'
import { UuidSchema } from '../../contract/primitives.ts'
import { readEnvelope } from '../../contract/read-envelope.ts'
import { type ServerReason, syncCaps } from '../../contract/sync.ts'
import { readData } from '../../contract/versions/read-data.ts'
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
  const envelope = readEnvelope(json)
  if (envelope === null) return unreadable(null, 'not_an_operation')
  if (!isCanonical(json, canon)) return unreadable(null, 'not_canonical')
  if (!standsIn(envelope, place)) return unreadable(null, 'origin_mismatch')
  return readKind(envelope)
}

const readKind = (envelope: Operation): ReadOperation => {
  // Refused whatever they say, so they are not even read.
  if (Object.hasOwn(referenceOperationData, envelope.kind)) return { type: 'reference', envelope }
  const read = readData(envelope.kind, envelope.kver, envelope.data)
  if (!read.ok) return unreadable(envelope, read.error)
  if (read.value.type === 'reference') return { type: 'reference', envelope }
  return UuidSchema.safeParse(envelope.entity).success
    ? { ...read.value, envelope }
    : unreadable(envelope, 'data_invalid')
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
export const isStorable = (canon: string): boolean => !suspicious.test(canon) || !unstorable.test(canon)

/** Three times as fast as the other, and finds all that it finds; beside that every pair of surrogates. */
const suspicious = /[^ -~\u00a0-\ud7ff\ue000-\uffff]/
const unstorable = /\p{Cc}|\p{Cs}/u
