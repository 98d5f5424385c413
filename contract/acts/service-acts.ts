import { z } from 'zod'
import { revocationGrounds, terminationGrounds } from '../../domain/service/decision.ts'
import { approvers, hearingGrounds, specialProcedures } from '../../domain/service/examination.ts'
import { lapseOutcomes } from '../../domain/service/intake-act.ts'
import type { ServiceAct } from '../../domain/service/service-act.ts'
import { refusalGrounds } from '../../domain/service/service-intake.ts'
import { MaterialLineSchema, ServiceIntakeSchema } from '../case-data.ts'
import { PlainDateSchema, text, words } from '../primitives.ts'
import {
  CertificateSchema,
  ChargedFeeSchema,
  DeliveryProofSchema,
  DispatchSchema,
  FeeLinesSchema,
  PaymentSchema,
  RemediesSchema,
} from '../service-data.ts'
import type { ActFields } from './act-fields.ts'

const intake = ServiceIntakeSchema
const materials = z.array(MaterialLineSchema).max(200)
const name = text(60)
const organ = text(200)
const place = text(300)
const reason = text(2000)
const opinion = text(4000)
const note = text(2000).nullable()
const nth = z.int().min(0).max(10_000)
const days = z.int().min(0).max(3650)

/** Fields of every act on a service request. */
export const serviceActFields = {
  'service.accept': z.strictObject({ intake }),
  'service.accept_deemed': z.strictObject({ intake }),
  'service.notice': z.strictObject({ intake, correctBy: PlainDateSchema.nullable() }),
  'service.refuse': z.strictObject({ intake, ground: z.enum(refusalGrounds), explanation: reason }),
  'service.instant': z.strictObject({
    intake,
    signedBy: name,
    certificate: CertificateSchema.nullable(),
    fee: ChargedFeeSchema.nullable(),
    proof: DeliveryProofSchema,
  }),
  'service.submit': z.strictObject({ intake }),
  'service.prereview_pass': z.strictObject({ note }),
  'service.prereview_correct': z.strictObject({ missing: text(4000), correctBy: PlainDateSchema.nullable() }),
  'service.resubmit': z.strictObject({ materials }),
  'service.take_in': z.strictObject({ materials }),
  'service.notify': z.strictObject({ materials, correctBy: PlainDateSchema.nullable() }),
  'service.turn_down': z.strictObject({ ground: z.enum(refusalGrounds), explanation: reason }),
  'service.deem_accepted': z.strictObject({ note }),
  'service.supply': z.strictObject({ materials }),
  'service.lapse': z.strictObject({ outcome: z.enum(lapseOutcomes), reason }),

  'service.claim': z.strictObject({ handler: name }),
  'service.step_pass': z.strictObject({ opinion }),
  'service.step_return': z.strictObject({ step: nth, reason }),
  'service.step_send': z.strictObject({ organ, reason }),
  'service.consult': z.strictObject({ organ, question: opinion, answerBy: PlainDateSchema }),
  'service.consult_answer': z.strictObject({ consult: nth, opinion }),
  'service.joint_review': z.strictObject({ organs: z.array(words(200)).max(50), opinion }),
  'service.inspect': z.strictObject({
    inspectedOn: PlainDateSchema,
    place,
    inspectors: z.array(words(60)).max(20),
    findings: opinion,
  }),
  'service.hearing_tell': z.strictObject({ subject: reason }),
  'service.hearing_request': z.strictObject({ requestedOn: PlainDateSchema, requestedBy: text(200) }),
  'service.hearing_arrange': z.strictObject({
    ground: z.enum(hearingGrounds),
    heldOn: PlainDateSchema,
    place,
    days,
  }),
  'service.special_start': z.strictObject({
    procedure: z.enum(specialProcedures).exclude(['hearing']),
    reason,
    days,
  }),
  'service.special_renew': z.strictObject({ days, reason }),
  'service.special_end': z.strictObject({ result: opinion }),
  'service.special_lapse': z.strictObject({ reason }),
  'service.suspend': z.strictObject({
    reason,
    basis: text(500),
    resumeBy: PlainDateSchema,
    approvedBy: name,
  }),
  'service.resume': z.strictObject({ reason }),
  'service.suspend_lapse': z.strictObject({ reason }),
  'service.extend': z.strictObject({ days, reason, approver: z.enum(approvers), approvedBy: name }),
  'service.supply_tolerated': z.strictObject({ materials }),

  'service.approve': z.strictObject({
    opinion: opinion.nullable(),
    signedBy: name,
    lateReason: reason.nullable(),
  }),
  'service.deny': z.strictObject({
    reasons: opinion,
    remedies: RemediesSchema,
    signedBy: name,
    lateReason: reason.nullable(),
  }),
  'service.certify': z.strictObject({ certificate: CertificateSchema }),
  'service.withdraw': z.strictObject({ reason }),
  'service.terminate': z.strictObject({ ground: z.enum(terminationGrounds), explanation: reason }),
  'service.revoke': z.strictObject({ ground: z.enum(revocationGrounds), reasons: opinion, organ }),

  'service.dispatch': z.strictObject({ dispatch: DispatchSchema }),
  'service.announce': z.strictObject({ publishedOn: PlainDateSchema, place, reason }),
  'service.deliver': z.strictObject({ receivedOn: PlainDateSchema, proof: DeliveryProofSchema.nullable() }),
  'service.delivery_proof': z.strictObject({ proof: DeliveryProofSchema }),
  'service.deemed_delivered': z.strictObject({ note }),
  'service.close': z.strictObject({ note }),

  'service.fee_notice': z.strictObject({ lines: FeeLinesSchema }),
  'service.fee_reduce': z.strictObject({ line: nth, fen: z.int().min(0).max(1_000_000_000), basis: text(500) }),
  'service.fee_paid': z.strictObject({ payment: PaymentSchema }),
  'service.fee_cancel': z.strictObject({ reason }),
} as const satisfies ActFields<ServiceAct>
