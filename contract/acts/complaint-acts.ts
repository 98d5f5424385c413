import { z } from 'zod'
import type { ComplaintAct } from '../../domain/complaint/complaint-act.ts'
import { findings, refusalGrounds, satisfactions } from '../../domain/complaint/complaint-state.ts'
import { ComplaintIntakeSchema, StaffRefSchema } from '../contact-data.ts'
import { text } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

const reason = text(1000)

/** Fields of every act on a complaint. */
export const complaintActFields = {
  'complaint.register': z.strictObject({ intake: ComplaintIntakeSchema }),
  'complaint.accept': z.strictObject({}),
  'complaint.refuse': z.strictObject({ ground: z.enum(refusalGrounds), explanation: text(2000) }),
  'complaint.route': z.strictObject({ organ: text(200), organPhone: text(40), matter: text(1000) }),
  'complaint.routed_reply': z.strictObject({ answer: text(4000) }),
  'complaint.route_back': z.strictObject({ reason }),
  'complaint.close_routed': z.strictObject({ note: text(1000) }),
  'complaint.assign': z.strictObject({ organ: text(200), handler: StaffRefSchema }),
  'complaint.send_back': z.strictObject({ reason }),
  'complaint.extend': z.strictObject({ days: z.int().min(1).max(60), reason }),
  'complaint.urge': z.strictObject({ reason }),
  'complaint.answer': z.strictObject({
    by: StaffRefSchema,
    finding: z.enum(findings),
    answer: text(4000),
    measures: text(2000).nullable(),
  }),
  'complaint.verify': z.strictObject({ note: text(1000).nullable() }),
  'complaint.reject': z.strictObject({ reason }),
  'complaint.follow_up': z.strictObject({ satisfaction: z.enum(satisfactions), note: text(1000).nullable() }),
  'complaint.close_unreached': z.strictObject({ note: text(1000) }),
  'complaint.withdraw': z.strictObject({ reason }),
  'complaint.set_confidential': z.strictObject({ confidential: z.boolean(), title: text(100), reason }),
} as const satisfies ActFields<ComplaintAct>
