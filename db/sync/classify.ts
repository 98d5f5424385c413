import {
  type Operation,
  type ReferenceOperation,
  caseOperationData,
  recordOperationData,
  referenceOperationData,
} from '../../contract/operation.ts'
import { UuidSchema } from '../../contract/primitives.ts'
import { readEnvelope } from '../../contract/read-envelope.ts'
import type { CaseOperation } from '../../domain/case/case-operation.ts'
import type { RecordOperation } from '../../domain/record/record-act.ts'
import { recordKindOfAct } from '../../domain/record/modules.ts'
import { recordKver } from '../records/writer.ts'
import { caseKver } from '../cases/writer.ts'
import type { HeldReason } from '../log/reader.ts'
import { referenceEntity } from '../../contract/reference-entity.ts'

/** What an operation is about. */
export type EntityType = 'case' | 'record' | 'reference'

/** What a pulled text is to this version of the program. */
export type Classified =
  /** No operation at all: kept raw. */
  | { readonly type: 'unreadable' }
  /** `held` null = it can be folded. */
  | { readonly type: EntityType; readonly envelope: Operation; readonly held: HeldReason | null }

/** Never throws: whatever the history holds, the cursor moves on (sync.md 2.9). */
export const classify = (canon: string): Classified => {
  const envelope = readEnvelope(parseJson(canon))
  return envelope === null ? { type: 'unreadable' } : { ...kindOf(envelope), envelope }
}

/** None of a text that is no operation. */
export const envelopesOf = (classified: Classified): readonly Operation[] =>
  classified.type === 'unreadable' ? [] : [classified.envelope]

const kindOf = (envelope: Operation): { readonly type: EntityType; readonly held: HeldReason | null } => {
  const { kind, kver, data, entity } = envelope
  if (isReferenceKind(kind)) {
    if (kver !== 1) return { type: 'reference', held: 'unknown_version' }
    return { type: 'reference', held: isReferenceData(kind, data, entity) ? null : 'data_invalid' }
  }
  if (isRecordKind(kind)) {
    if (kver !== recordKver) return { type: 'record', held: 'unknown_version' }
    const reads = recordOperationData[kind].safeParse(data).success && UuidSchema.safeParse(entity).success
    return { type: 'record', held: reads ? null : 'data_invalid' }
  }
  if (recordKindOfAct(kind) !== null) return { type: 'record', held: 'unknown_kind' }
  // An unknown kind of a case stops that case; one of anything else has nothing here that it could stop.
  if (!isCaseKind(kind)) return { type: 'case', held: 'unknown_kind' }
  if (kver !== caseKver) return { type: 'case', held: 'unknown_version' }
  const fits = caseOperationData[kind].safeParse(data).success && UuidSchema.safeParse(entity).success
  return { type: 'case', held: fits ? null : 'data_invalid' }
}

/** What the operations of this kind are about; a kind that nobody knows counts as one of a case, so that it stops that case. */
export const entityTypeOf = (kind: string): EntityType =>
  isReferenceKind(kind) ? 'reference' : recordKindOfAct(kind) === null ? 'case' : 'record'

/** Of the operations under one id, those about a case, or a record: neither knows of the other, should anybody give both one id. */
export const ofType = <Logged extends { readonly kind: string }>(
  type: EntityType,
  operations: readonly Logged[],
): readonly Logged[] => operations.filter(({ kind }) => entityTypeOf(kind) === type)

const isReferenceKind = (kind: string): kind is ReferenceOperation['kind'] =>
  Object.hasOwn(referenceOperationData, kind)

const isCaseKind = (kind: string): kind is CaseOperation['kind'] => Object.hasOwn(caseOperationData, kind)

const isRecordKind = (kind: string): kind is RecordOperation['kind'] => Object.hasOwn(recordOperationData, kind)

const isReferenceData = (kind: ReferenceOperation['kind'], data: object, entity: string): boolean => {
  const parsed = referenceOperationData[kind].safeParse(data)
  // The schema of a kind yields the data of that kind, which the compiler cannot see through the index.
  return parsed.success && referenceEntity({ kind, data: parsed.data } as ReferenceOperation) === entity
}

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
