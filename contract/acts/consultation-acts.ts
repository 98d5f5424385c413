import { z } from 'zod'
import type { ConsultationAct } from '../../domain/consultation/consultation-act.ts'
import { replyHandovers } from '../../domain/consultation/consultation-act.ts'
import { ConsultationIntakeSchema, StaffRefSchema } from '../contact-data.ts'
import { UuidSchema, text } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

const reason = text(1000)
const answering = {
  answer: text(4000),
  basis: text(1000).nullable(),
  by: StaffRefSchema,
  written: z.boolean(),
}

/** Fields of every act on a consultation. */
export const consultationActFields = {
  'consultation.register': z.strictObject({ intake: ConsultationIntakeSchema }),
  'consultation.answer_at_once': z.strictObject({ intake: ConsultationIntakeSchema, ...answering }),
  'consultation.assign': z.strictObject({ organ: text(200), handler: StaffRefSchema.nullable() }),
  'consultation.send_back': z.strictObject({ reason }),
  'consultation.answer': z.strictObject(answering),
  'consultation.extend': z.strictObject({ days: z.int().min(1).max(60), reason }),
  'consultation.route': z.strictObject({ organ: text(200), organPhone: text(40), matter: text(1000) }),
  'consultation.routed_answer': z.strictObject({ answer: text(4000) }),
  'consultation.route_back': z.strictObject({ reason }),
  'consultation.close_routed': z.strictObject({ note: text(1000) }),
  'consultation.convert': z.strictObject({ into: z.enum(['service', 'disclosure']), caseId: UuidSchema }),
  'consultation.withdraw': z.strictObject({ reason }),
  'consultation.close': z.strictObject({ handover: z.enum(replyHandovers) }),
} as const satisfies ActFields<ConsultationAct>
