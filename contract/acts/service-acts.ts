import { z } from 'zod'
import type { ServiceAct } from '../../domain/service/service-act.ts'
import { refusalGrounds } from '../../domain/service/service-intake.ts'
import { MaterialLineSchema, ServiceIntakeSchema } from '../case-data.ts'
import { PlainDateSchema, text } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

/** Fields of every act on a service request. */
export const serviceActFields = {
  'service.accept': z.strictObject({ intake: ServiceIntakeSchema }),
  'service.notice': z.strictObject({ intake: ServiceIntakeSchema, correctBy: PlainDateSchema.nullable() }),
  'service.refuse': z.strictObject({
    intake: ServiceIntakeSchema,
    ground: z.enum(refusalGrounds),
    explanation: text(2000),
  }),
  'service.supply': z.strictObject({ materials: z.array(MaterialLineSchema).max(200) }),
} as const satisfies ActFields<ServiceAct>
