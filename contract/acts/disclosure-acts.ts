import { z } from 'zod'
import type { DisclosureAct } from '../../domain/disclosure/disclosure-act.ts'
import { maxFeeCount } from '../../domain/fees/processing-fee.ts'
import { DisclosureIntakeSchema } from '../case-data.ts'
import { PlainDateSchema, text } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'
import {
  DeliveryProofSchema,
  HistoricalRequestSchema,
  LitigationSchema,
  OfficialSchema,
  RedoOrderSchema,
  ReconsiderationSchema,
  ReplyDraftSchema,
  ReviewSchema,
  WaySchema,
} from './disclosure-parts.ts'

const reason = text(1000)
const finding = text(2000)
const nth = z.int().min(1).max(1000)
const asked = { name: text(200), matter: text(2000), sentOn: PlainDateSchema }
const attempts = z.array(text(300)).max(50)
const undelivered = z.strictObject({ party: nth, attempts, until: PlainDateSchema })
const feeCount = z.int().min(0).max(maxFeeCount).nullable()

/** Fields of every act on a disclosure request. */
export const disclosureActFields = {
  'disclosure.register': z.strictObject({ intake: DisclosureIntakeSchema }),
  'disclosure.redo': z.strictObject({ intake: DisclosureIntakeSchema, order: RedoOrderSchema }),
  'disclosure.import': z.strictObject({ request: HistoricalRequestSchema, name: text(200), idException: text(200) }),
  'disclosure.confirm': z.strictObject({ confirmedOn: PlainDateSchema }),
  'disclosure.mis_sent': z.strictObject({ reason }),
  'disclosure.unreachable': z.strictObject({ attempts }),
  'disclosure.assign': z.strictObject({ unit: text(200), handler: text(100).nullable() }),
  'disclosure.claim': z.strictObject({ handler: text(100) }),
  'disclosure.return': z.strictObject({ reason }),
  'disclosure.help': z.strictObject({ what: text(500) }),
  'disclosure.withdraw': z.strictObject({ reason }),
  'disclosure.request_extension': z.strictObject({ days: z.int().min(1).max(365), reason }),
  'disclosure.refuse_extension': z.strictObject({ reason }),
  'disclosure.extend': z.strictObject({
    days: z.int().min(1).max(365),
    reason,
    approver: OfficialSchema,
    approvedOn: PlainDateSchema,
  }),
  'disclosure.notice_correction': z.strictObject({
    items: z.array(text(500)).max(50),
    correctBy: PlainDateSchema,
    consequence: text(500),
  }),
  'disclosure.correct': z.strictObject({ receivedOn: PlainDateSchema, content: text(4000), clear: z.boolean() }),
  'disclosure.ask_reason': z.strictObject({ reasonBy: PlainDateSchema, finding }),
  'disclosure.accept_reason': z.strictObject({
    receivedOn: PlainDateSchema,
    reason: text(4000),
    finding,
    delayDays: z.int().min(1).max(365).nullable(),
  }),
  'disclosure.reject_reason': z.strictObject({ receivedOn: PlainDateSchema, reason: text(4000), finding }),
  'disclosure.reason_lapsed': z.strictObject({ finding }),
  'disclosure.charge_fee': z.strictObject({
    requests: feeCount,
    pages: feeCount,
    fen: z.int().min(0),
    countReason: reason.exactOptional(),
  }),
  'disclosure.fee_undelivered': z.strictObject({ attempts, until: PlainDateSchema }),
  'disclosure.fee_notice_received': z.strictObject({ receivedOn: PlainDateSchema }),
  'disclosure.fee_paid': z.strictObject({ paidOn: PlainDateSchema, receiptNo: text(100) }),
  'disclosure.lapse': z.strictObject({ finding }),
  'disclosure.consult_third_party': z.strictObject(asked),
  'disclosure.third_party_received': z.strictObject({ party: nth, receivedOn: PlainDateSchema }),
  'disclosure.third_party_opinion': z.strictObject({
    party: nth,
    answeredOn: PlainDateSchema,
    opinion: z.enum(['agree', 'refuse']),
    reason: finding.nullable(),
    reasonable: z.boolean().nullable(),
    until: PlainDateSchema.exactOptional(),
  }),
  'disclosure.third_party_lapsed': z.strictObject({ until: PlainDateSchema }),
  'disclosure.third_party_undelivered': undelivered,
  'disclosure.tell_consultation': z.strictObject({}),
  'disclosure.override_third_party': z.strictObject({ party: nth, what: text(2000), reason: finding }),
  'disclosure.consult_agency': z.strictObject(asked),
  'disclosure.agency_received': z.strictObject({ party: nth, receivedOn: PlainDateSchema }),
  'disclosure.agency_opinion': z.strictObject({
    party: nth,
    answeredOn: PlainDateSchema,
    opinion: z.enum(['agree', 'refuse']),
    reason: finding.nullable(),
    until: PlainDateSchema.exactOptional(),
  }),
  'disclosure.agency_undelivered': undelivered,
  'disclosure.agency_lapsed': z.strictObject({ until: PlainDateSchema }),
  'disclosure.coordinate': z.strictObject({ organ: text(200), question: text(2000), sentOn: PlainDateSchema }),
  'disclosure.coordination_answer': z.strictObject({ letter: nth, answeredOn: PlainDateSchema, answer: text(4000) }),
  'disclosure.spot_reply': z.strictObject({ reply: ReplyDraftSchema, proof: DeliveryProofSchema }),
  'disclosure.draft': z.strictObject({ reply: ReplyDraftSchema }),
  'disclosure.reopen_handling': z.strictObject({ reason }),
  'disclosure.submit': z.strictObject({}),
  'disclosure.record_review': z.strictObject({ review: ReviewSchema, reviewer: OfficialSchema, opinion: finding }),
  'disclosure.pass_review': z.strictObject({}),
  'disclosure.return_draft': z.strictObject({ reason }),
  'disclosure.sign': z.strictObject({ signer: OfficialSchema }),
  'disclosure.recall': z.strictObject({ reason }),
  'disclosure.deliver': z.strictObject({
    way: WaySchema,
    sentOn: PlainDateSchema,
    proof: DeliveryProofSchema.nullable(),
  }),
  'disclosure.prove_delivery': z.strictObject({ proof: DeliveryProofSchema }),
  'disclosure.close': z.strictObject({}),
  'disclosure.reconsideration': z.strictObject({ record: ReconsiderationSchema }),
  'disclosure.litigation': z.strictObject({ record: LitigationSchema }),
  'disclosure.suggest_publication': z.strictObject({ by: z.enum(['applicant', 'organ']), reason }),
} as const satisfies ActFields<DisclosureAct>
