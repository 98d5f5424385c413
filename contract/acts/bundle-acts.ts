import { z } from 'zod'
import type { BundleAct } from '../../domain/bundle/bundle-act.ts'
import { type BundleIntake, partResults } from '../../domain/bundle/bundle-intake.ts'
import { approvers, specialProcedures } from '../../domain/service/examination.ts'
import { pickups } from '../../domain/service/service-intake.ts'
import { ApplicantSchema, ItemSnapshotSchema, MaterialLineSchema, RepresentativeSchema } from '../case-data.ts'
import { PlainDateSchema, UuidSchema, text } from '../primitives.ts'
import { DeliveryProofSchema, FeeLinesSchema, PaymentSchema } from '../service-data.ts'
import type { ActFields } from './act-fields.ts'

const maxParts = 30
const reason = text(2000)
const note = text(2000).nullable()

const PartItemSchema = ItemSnapshotSchema.pick({
  id: true,
  version: true,
  name: true,
  kind: true,
  organ: true,
  statutoryDays: true,
  promisedDays: true,
  dayUnit: true,
  fee: true,
  joint: true,
})

const BundleIntakeSchema = z.strictObject({
  name: text(300),
  organ: text(200),
  applicant: ApplicantSchema,
  representative: RepresentativeSchema.nullable(),
  joint: z.boolean(),
  parts: z.array(z.strictObject({ caseId: UuidSchema, item: PartItemSchema })).max(maxParts),
  materials: z
    .array(MaterialLineSchema.extend({ parts: z.array(z.int().min(1).max(maxParts)).max(maxParts) }))
    .max(500),
  pickup: z.enum(pickups),
  remark: text(2000).nullable(),
}) satisfies z.ZodType<BundleIntake>

/** Fields of every act on a bundle. */
export const bundleActFields = {
  'bundle.open': z.strictObject({ intake: BundleIntakeSchema }),
  'bundle.start': z.strictObject({ note }),
  'bundle.child_done': z.strictObject({ caseId: UuidSchema, result: z.enum(partResults) }),
  'bundle.pause': z.strictObject({
    caseId: UuidSchema,
    procedure: z.enum(specialProcedures),
    reason,
    days: z.int().min(0).max(3650).exactOptional(),
  }),
  'bundle.resume': z.strictObject({ reason }),
  'bundle.extend': z.strictObject({
    days: z.int().min(0).max(3650),
    reason,
    approver: z.enum(approvers),
    approvedBy: text(60),
  }),
  'bundle.fee_notice': z.strictObject({
    charges: z.array(z.strictObject({ caseId: UuidSchema, lines: FeeLinesSchema })).max(maxParts),
  }),
  'bundle.fee_paid': z.strictObject({ payment: PaymentSchema }),
  'bundle.fee_cancel': z.strictObject({ reason }),
  'bundle.hand_over': z.strictObject({ receivedOn: PlainDateSchema, proof: DeliveryProofSchema }),
  'bundle.close': z.strictObject({ note }),
  'bundle.withdraw': z.strictObject({ reason }),
} as const satisfies ActFields<BundleAct>
