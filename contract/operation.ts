import { z } from 'zod'
import { openingActs } from '../domain/case/case-act.ts'
import type { CaseOperation } from '../domain/case/case-operation.ts'
import { termFixingActs } from '../domain/settings/fixed-terms.ts'
import type { RecordOperation } from '../domain/record/record-act.ts'
import { caseActFields } from './acts/case-acts.ts'
import { settingsSchemas } from './settings-data.ts'
import { recordActFields } from './acts/record-acts.ts'
import {
  CaseNoSchema,
  CenterCodeSchema,
  DeviceNoSchema,
  PlainDateSchema,
  StampSchema,
  TimeTokenIdSchema,
  UuidSchema,
  words,
} from './primitives.ts'
import { CenterSchema, ServiceItemSchema, StaffSchema, WindowSchema } from './reference.ts'

const decided: Readonly<Record<string, z.ZodRawShape>> = {
  ...Object.fromEntries(openingActs.map((kind) => [kind, { caseNo: CaseNoSchema }])),
  'letter.print': { printNo: z.int().min(1) },
}

/** Acts that fix numbers of the center write them into the operation, where the center has its own. */
const termsOf = (kind: string): z.ZodRawShape => {
  const topic = termFixingActs.find(([act]) => act === kind)?.[1]
  return topic === undefined ? {} : { terms: z.strictObject({ [topic]: settingsSchemas[topic] }).exactOptional() }
}

/**
 * Data of every operation kind, by kind: the fields of the act, its day, and what was decided with it. The version of each is 1; a
 * new version gets a schema and an upcaster, never an edit.
 */
const operationData: Readonly<Record<string, z.ZodObject>> = Object.fromEntries(
  Object.entries(caseActFields).map(([kind, fields]) => [
    kind,
    fields.extend({ on: PlainDateSchema, letterNo: words(80).exactOptional(), ...termsOf(kind), ...decided[kind] }),
  ]),
)

// Put together from the fields of the acts, which the compiler has held to the domain, and what `Recorded` adds.
export const caseOperationData = operationData as unknown as {
  readonly [K in CaseOperation['kind']]: z.ZodType<Extract<CaseOperation, { readonly kind: K }>['data']>
}

const [first, ...rest] = Object.entries(operationData).map(([kind, data]) =>
  z.strictObject({ kind: z.literal(kind), data }),
)
if (first === undefined) throw new Error('no operations')

/** `kind` and `data` of a case operation of version 1, out of an envelope. */
// The same.
export const CaseOperationSchema = z.discriminatedUnion('kind', [first, ...rest]) as unknown as z.ZodType<CaseOperation>

const recordData: Readonly<Record<string, z.ZodObject>> = Object.fromEntries(
  Object.entries(recordActFields).map(([kind, fields]) => [
    kind,
    fields.extend({ on: PlainDateSchema, letterNo: words(80).exactOptional(), ...termsOf(kind) }),
  ]),
)

/** The same for records. */
export const recordOperationData = recordData as unknown as {
  readonly [K in RecordOperation['kind']]: z.ZodType<Extract<RecordOperation, { readonly kind: K }>['data']>
}

/** Reference data travels the same road: made by the server, pulled by every device of the center. */
export const referenceOperationData = {
  'center.set': CenterSchema,
  'window.set': WindowSchema,
  'staff.set': StaffSchema,
  'item.publish': ServiceItemSchema,
  'item.withdraw': z.strictObject({ id: words(80) }),
} as const

export type ReferenceOperation = {
  [K in keyof typeof referenceOperationData]: {
    readonly kind: K
    readonly data: z.infer<(typeof referenceOperationData)[K]>
  }
}[keyof typeof referenceOperationData]

/**
 * The envelope of an operation (sync.md 2.3). Its canonical JSON text is what is hashed, signed, stored and sent, byte for
 * byte. `data` is checked against the schema of (`kind`, `kver`) apart, so that an unknown kind survives a round trip.
 */
export const OperationSchema = z.strictObject({
  v: z.literal(1),
  /** Operation id, UUIDv7, made once and never re-minted on retry. */
  op: UuidSchema,
  device: UuidSchema,
  /** Incarnation: one per local database. */
  inc: UuidSchema,
  /** 1, 2, 3 … per (device, incarnation). */
  seq: z.int().min(1),
  center: CenterCodeSchema,
  deviceNo: DeviceNoSchema,
  /** Case or reference entity: UUID of a case, or `item:…`, `staff:…`, `center:…`, `window:…`. */
  entity: words(120),
  kind: words(60),
  kver: z.int().min(1),
  /** Version of the entity the actor saw. */
  base: z.int().min(0),
  /** Hybrid logical clock `mmmmmmmmmmmm-cccc-device`: display order only, never a legal time. */
  hlc: StampSchema,
  /** Wall clock of the device, epoch milliseconds. */
  wall: z.int().min(0),
  /** Monotonic clock of the device, milliseconds since its boot. */
  mono: z.int().min(0),
  /** Which run of the machine `mono` counts in; absent from older programs. */
  boot: z
    .string()
    .regex(/^[0-9a-f]{12}$/)
    .exactOptional(),
  /** The last time that the server vouched for, and the milliseconds since by `mono`; null = the machine was started anew since (SYN-69). */
  attest: z
    .strictObject({ at: z.int().min(0), id: TimeTokenIdSchema, elapsed: z.int().min(0).nullable() })
    .exactOptional(),
  /** Staff id, or `system`. */
  actor: words(80),
  /** Sign-in session, or null for the command line. */
  session: UuidSchema.nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type Operation = z.infer<typeof OperationSchema>

/** Previous hash of the first operation of a fresh incarnation. */
export const genesisHash = '0'.repeat(64)
