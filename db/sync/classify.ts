import {
  CaseOperationSchema,
  type Operation,
  OperationSchema,
  type ReferenceOperation,
  caseOperationData,
  referenceOperationData,
} from '../../contract/operation.ts'
import { UuidSchema } from '../../contract/primitives.ts'
import { caseKver } from '../cases/writer.ts'
import type { HeldReason } from '../log/reader.ts'
import { referenceEntity } from '../reference/entity.ts'

/** What a pulled text is to this version of the program. */
export type Classified =
  /** No operation at all: kept raw. */
  | { readonly type: 'unreadable' }
  /** `held` null = it can be folded. */
  | { readonly type: 'case' | 'reference'; readonly envelope: Operation; readonly held: HeldReason | null }

/** Never throws: whatever the history holds, the cursor moves on (sync.md 2.9). */
export const classify = (canon: string): Classified => {
  const envelope = OperationSchema.safeParse(parseJson(canon))
  if (!envelope.success) return { type: 'unreadable' }
  return { ...kindOf(envelope.data), envelope: envelope.data }
}

const kindOf = (envelope: Operation): { readonly type: 'case' | 'reference'; readonly held: HeldReason | null } => {
  const { kind, kver, data, entity } = envelope
  if (isReferenceKind(kind)) {
    if (kver !== 1) return { type: 'reference', held: 'unknown_version' }
    return { type: 'reference', held: isReferenceData(kind, data, entity) ? null : 'data_invalid' }
  }
  // An unknown kind of a case stops that case; one of anything else has nothing here that it could stop.
  if (!Object.hasOwn(caseOperationData, kind)) return { type: 'case', held: 'unknown_kind' }
  if (kver !== caseKver) return { type: 'case', held: 'unknown_version' }
  const fits = CaseOperationSchema.safeParse({ kind, data }).success && UuidSchema.safeParse(entity).success
  return { type: 'case', held: fits ? null : 'data_invalid' }
}

const isReferenceKind = (kind: string): kind is ReferenceOperation['kind'] =>
  Object.hasOwn(referenceOperationData, kind)

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
