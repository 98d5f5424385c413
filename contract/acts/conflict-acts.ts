import { z } from 'zod'
import { type ConflictAct, conflictWays } from '../../domain/record/conflict/conflict-record.ts'
import { UuidSchema, text, words } from '../primitives.ts'
import type { ActFields } from './act-fields.ts'

const reason = text(1000)
const lost = z.strictObject({
  op: UuidSchema,
  entity: words(100),
  act: words(60),
  verdict: words(20),
  reason: text(60).nullable(),
})
const dependents = z.array(UuidSchema).max(500)

/** Fields of every act on a conflict. */
export const conflictActFields = {
  'conflict.settle': z.strictObject({ lost, dependents, way: z.enum(conflictWays), reason }),
  'conflict.refer': z.strictObject({ lost, dependents, reason }),
  'conflict.decide': z.strictObject({ way: z.enum(conflictWays), reason }),
} as const satisfies ActFields<ConflictAct>
