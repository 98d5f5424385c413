import type { CaseOperation } from '../../domain/case/case-operation.ts'
import type { RecordOperation } from '../../domain/record/record-act.ts'
import { type Result, err, ok } from '../../domain/result.ts'
import {
  CaseOperationSchema,
  type ReferenceOperation,
  caseOperationData,
  recordOperationData,
  referenceOperationData,
} from '../operation.ts'
import { type Upcasters, upcasters } from './upcasters.ts'

/** An operation in the newest version of its kind. */
export type KnownOperation =
  | { readonly type: 'case'; readonly operation: CaseOperation }
  | { readonly type: 'record'; readonly operation: RecordOperation }
  | { readonly type: 'reference'; readonly operation: ReferenceOperation }

export type UnreadData = 'kind_unknown' | 'version_unknown' | 'data_invalid'

type ReadData = (kind: string, kver: number, data: object) => Result<KnownOperation, UnreadData>

const kinds = [caseOperationData, recordOperationData, referenceOperationData].flatMap((table) => Object.keys(table))
const kindSet: ReadonlySet<string> = new Set(kinds)

const newest = (registry: Upcasters, kind: string): number => 1 + (registry[kind]?.length ?? 0)

/** Newest version of every kind of operation. */
export const newestVersions: Readonly<Record<string, number>> = Object.fromEntries(
  kinds.map((kind) => [kind, newest(upcasters, kind)]),
)

/** For tests of the mechanism; everybody else reads with `readData`. */
export const makeReadData =
  (registry: Upcasters): ReadData =>
  (kind, kver, data) => {
    if (!kindSet.has(kind)) return err('kind_unknown')
    if (kver < 1 || kver > newest(registry, kind)) return err('version_unknown')
    const current = (registry[kind] ?? []).slice(kver - 1).reduce((older, upcast) => upcast(older), data)
    const read = readNewest(kind, current)
    return read === null ? err('data_invalid') : ok(read)
  }

/**
 * SYN-41: data of a kind in whatever version they were written, as those of the newest; server and devices read by this alone. An upcaster
 * that throws is a fault of this program and not of the data.
 */
export const readData: ReadData = makeReadData(upcasters)

const readNewest = (kind: string, data: object): KnownOperation | null => {
  if (isRecordKind(kind)) {
    const parsed = recordOperationData[kind].safeParse(data)
    // The schema of a kind yields the data of that kind, which the compiler cannot see through the index.
    return parsed.success ? { type: 'record', operation: { kind, data: parsed.data } as RecordOperation } : null
  }
  if (isReferenceKind(kind)) {
    const parsed = referenceOperationData[kind].safeParse(data)
    // The same.
    return parsed.success ? { type: 'reference', operation: { kind, data: parsed.data } as ReferenceOperation } : null
  }
  const parsed = CaseOperationSchema.safeParse({ kind, data })
  return parsed.success ? { type: 'case', operation: parsed.data } : null
}

const isRecordKind = (kind: string): kind is RecordOperation['kind'] => Object.hasOwn(recordOperationData, kind)

const isReferenceKind = (kind: string): kind is ReferenceOperation['kind'] =>
  Object.hasOwn(referenceOperationData, kind)
