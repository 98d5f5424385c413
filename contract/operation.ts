import { z } from 'zod'
import type { CaseOperation } from '../domain/case/case-operation.ts'
import { letterKinds } from '../domain/case/case-act.ts'
import { refusalGrounds } from '../domain/service/service-intake.ts'
import { DisclosureIntakeSchema, MaterialLineSchema, ServiceIntakeSchema } from './case-data.ts'
import {
  CaseNoSchema,
  CenterCodeSchema,
  DeviceNoSchema,
  PlainDateSchema,
  UuidSchema,
  text,
  words,
} from './primitives.ts'
import { CenterSchema, ServiceItemSchema, StaffSchema, WindowSchema } from './reference.ts'

const opening = { caseNo: CaseNoSchema, on: PlainDateSchema }

/** Data of every operation kind, by kind; version of each is 1. A new version gets a schema and an upcaster, never an edit. */
export const caseOperationData = {
  'service.accept': z.strictObject({ ...opening, intake: ServiceIntakeSchema }),
  'service.notice': z.strictObject({
    ...opening,
    intake: ServiceIntakeSchema,
    correctBy: PlainDateSchema.nullable(),
  }),
  'service.refuse': z.strictObject({
    ...opening,
    intake: ServiceIntakeSchema,
    ground: z.enum(refusalGrounds),
    explanation: text(2000),
  }),
  'service.supply': z.strictObject({ on: PlainDateSchema, materials: z.array(MaterialLineSchema).max(200) }),
  'disclosure.register': z.strictObject({ ...opening, intake: DisclosureIntakeSchema }),
  'disclosure.confirm': z.strictObject({ on: PlainDateSchema, confirmedOn: PlainDateSchema }),
  'letter.print': z.strictObject({
    on: PlainDateSchema,
    letter: z.enum(letterKinds),
    templateVersion: words(20),
    copies: z.int().min(1).max(20),
    printNo: z.int().min(1),
  }),
} as const satisfies {
  [K in CaseOperation['kind']]: z.ZodType<Extract<CaseOperation, { kind: K }>['data']>
}

const caseOperation = <K extends CaseOperation['kind']>(kind: K) =>
  z.strictObject({ kind: z.literal(kind), data: caseOperationData[kind] })

/** `kind` and `data` of a case operation of version 1, out of an envelope. */
export const CaseOperationSchema = z.discriminatedUnion('kind', [
  caseOperation('service.accept'),
  caseOperation('service.notice'),
  caseOperation('service.refuse'),
  caseOperation('service.supply'),
  caseOperation('disclosure.register'),
  caseOperation('disclosure.confirm'),
  caseOperation('letter.print'),
]) satisfies z.ZodType<CaseOperation>

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
  hlc: z.string().regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[A-Z]\d{2,4}$/),
  /** Wall clock of the device, epoch milliseconds. */
  wall: z.int().min(0),
  /** Monotonic clock of the device, milliseconds since its boot. */
  mono: z.int().min(0),
  /** Staff id, or `system`. */
  actor: words(80),
  /** Sign-in session, or null for the command line. */
  session: UuidSchema.nullable(),
  data: z.record(z.string(), z.unknown()),
})
export type Operation = z.infer<typeof OperationSchema>

/** Previous hash of the first operation of a fresh incarnation. */
export const genesisHash = '0'.repeat(64)
