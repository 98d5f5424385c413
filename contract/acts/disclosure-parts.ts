import { z } from 'zod'
import { deliveryWays } from '../../domain/disclosure/delivery.ts'
import type { DeliveryProof } from '../../domain/disclosure/delivery.ts'
import { disclosureChannels, supplyForms } from '../../domain/disclosure/disclosure-intake.ts'
import { type Official, reviewKinds } from '../../domain/disclosure/disclosure-state.ts'
import type { HistoricalRequest } from '../../domain/disclosure/historical-request.ts'
import {
  type LitigationRecord,
  type ReconsiderationRecord,
  type RedoOrder,
  litigationRoutes,
} from '../../domain/disclosure/remedy-record.ts'
import { type ReplyDraft, type ReplyPart, ownRecordResults } from '../../domain/disclosure/reply-draft.ts'
import { reportCategories } from '../../domain/case/applicant.ts'
import { replyDetails } from '../../domain/report/disclosure-facts.ts'
import { outcomes } from '../../domain/report/outcome.ts'
import { remedyResults } from '../../domain/report/table.ts'
import { ArticleSchema, PlainDateSchema, UuidSchema, text, words } from '../primitives.ts'

// Parts of the acts on a disclosure request.

export const OfficialSchema = z.strictObject({ name: text(60), title: text(100) }) satisfies z.ZodType<Official>
export const WaySchema = z.enum(deliveryWays)
export const ReviewSchema = z.enum(reviewKinds)

const ReplyPartSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('disclosed'), what: text(1000), form: z.enum(supplyForms) }),
  z.strictObject({
    kind: z.literal('withheld'),
    what: text(1000),
    outcome: z.enum(outcomes),
    article: ArticleSchema,
    reason: text(2000),
  }),
]) satisfies z.ZodType<ReplyPart>

export const ReplyDraftSchema = z.strictObject({
  outcome: z.enum(outcomes),
  detail: z.enum(replyDetails).nullable(),
  grounds: z.array(z.strictObject({ article: ArticleSchema.nullable(), reason: text(4000) })).max(20),
  parts: z.array(ReplyPartSchema).max(100),
  access: text(2000).nullable(),
  competentOrgan: z.strictObject({ name: text(200), contact: text(300) }).nullable(),
  searchRecord: text(4000).nullable(),
  earlierCaseNo: text(100).nullable(),
  ownRecord: z
    .strictObject({
      result: z.enum(ownRecordResults),
      finding: text(4000),
      correctedOn: PlainDateSchema.nullable(),
    })
    .nullable(),
}) satisfies z.ZodType<ReplyDraft>

export const DeliveryProofSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('signature'), signedBy: text(100), signedOn: PlainDateSchema }),
  z.strictObject({ kind: z.literal('postal'), trackingNo: text(60), receivedOn: PlainDateSchema.nullable() }),
  z.strictObject({ kind: z.literal('system_receipt'), receiptNo: text(100), receivedOn: PlainDateSchema }),
  z.strictObject({
    kind: z.literal('left'),
    place: text(300),
    witnesses: z.array(text(100)).max(10),
    leftOn: PlainDateSchema,
  }),
]) satisfies z.ZodType<DeliveryProof>

const result = z.enum(remedyResults)
const year = z.int().min(2008).max(2100)

export const ReconsiderationSchema = z.strictObject({
  result,
  year,
  body: text(200).nullable(),
  decisionNo: text(100).nullable(),
}) satisfies z.ZodType<ReconsiderationRecord>

export const LitigationSchema = z.strictObject({
  route: z.enum(litigationRoutes),
  result,
  year,
  body: text(200).nullable(),
  decisionNo: text(100).nullable(),
}) satisfies z.ZodType<LitigationRecord>

export const RedoOrderSchema = z.strictObject({
  caseId: UuidSchema,
  by: z.enum(['reconsideration', 'court']),
  receivedOn: PlainDateSchema,
  days: z.int().min(1).max(365).nullable(),
}) satisfies z.ZodType<RedoOrder>

export const HistoricalRequestSchema = z.strictObject({
  receivedOn: PlainDateSchema,
  repliedOn: PlainDateSchema.nullable(),
  channel: z.enum(disclosureChannels).nullable(),
  category: z.enum(reportCategories),
  named: z.boolean(),
  outcome: z.enum(outcomes).nullable(),
  detail: z.enum(replyDetails).nullable(),
  subject: words(4000),
  organ: text(200),
  extended: z.boolean(),
  reconsideration: z.strictObject({ result, year }).nullable(),
  litigation: z.strictObject({ route: z.enum(litigationRoutes), result, year }).nullable(),
}) satisfies z.ZodType<HistoricalRequest>
