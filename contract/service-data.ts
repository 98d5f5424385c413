import { z } from 'zod'
import { idTypes } from '../domain/case/applicant.ts'
import { type FeeLine, feeBasisKinds } from '../domain/fees/settlement.ts'
import { type Remedies } from '../domain/service/decision.ts'
import {
  type Certificate,
  type DeliveryProof,
  type Dispatch,
  type Receiver,
  carriers,
  deliveryWays,
  receiverRelations,
} from '../domain/service/delivery.ts'
import { type ChargedFee, type Payment, paymentMethods } from '../domain/service/service-fee.ts'
import { PlainDateSchema, text, words } from './primitives.ts'

/** 分, up to the sum that a settlement may reach. */
const fen = z.int().min(0).max(100_000_000_000)

export const FeeLineSchema = z.strictObject({
  item: text(200),
  standard: text(500),
  quantity: z.int().min(0).max(1_000_000),
  unitFen: fen,
  basis: z.strictObject({ kind: z.enum(feeBasisKinds), text: text(500) }),
  reduction: z.strictObject({ fen, basis: text(500) }).nullable(),
}) satisfies z.ZodType<FeeLine>

export const FeeLinesSchema = z.array(FeeLineSchema).max(50)

const paid = { fen, method: z.enum(paymentMethods), receiptNo: text(60) }

export const PaymentSchema = z.strictObject({ on: PlainDateSchema, ...paid }) satisfies z.ZodType<Payment>

export const ChargedFeeSchema = z.strictObject({
  lines: FeeLinesSchema,
  payment: z.strictObject(paid),
}) satisfies z.ZodType<ChargedFee>

export const CertificateSchema = z.strictObject({
  name: text(200),
  number: text(100),
  organ: text(200),
  validFrom: PlainDateSchema,
  validUntil: PlainDateSchema.nullable(),
  originals: z.int().min(0).max(999),
  duplicates: z.int().min(0).max(999),
}) satisfies z.ZodType<Certificate>

export const DispatchSchema = z.strictObject({
  way: z.enum(deliveryWays),
  carrier: z.enum(carriers).nullable(),
  trackingNo: text(60).nullable(),
  to: text(300).nullable(),
}) satisfies z.ZodType<Dispatch>

export const ReceiverSchema = z.strictObject({
  name: text(200),
  relation: z.enum(receiverRelations),
  idType: z.enum(idTypes),
  idNumber: text(40).nullable(),
}) satisfies z.ZodType<Receiver>

export const DeliveryProofSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signature'), receiver: ReceiverSchema }),
  z.strictObject({
    kind: z.literal('postal_receipt'),
    carrier: z.enum(carriers),
    trackingNo: text(60),
    signedBy: text(200).nullable(),
  }),
  z.strictObject({ kind: z.literal('locker'), lockerNo: text(60), receiver: ReceiverSchema }),
  z.strictObject({ kind: z.literal('electronic'), address: text(300), consent: z.boolean() }),
  z.strictObject({
    kind: z.literal('left'),
    place: text(300),
    reason: text(1000),
    witnesses: z.array(words(60)).max(10),
    recorded: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('public_notice'), publishedOn: PlainDateSchema, place: text(300) }),
]) satisfies z.ZodType<DeliveryProof>

export const RemediesSchema = z.strictObject({
  reconsiderationOrgan: text(200),
  court: text(200),
}) satisfies z.ZodType<Remedies>
