import { z } from 'zod'
import type { RecordAct } from '../../domain/record/record-act.ts'
import { UuidSchema } from '../primitives.ts'
import { type ActFields, actSchemas } from './act-fields.ts'
import { calendarActFields } from './calendar-acts.ts'
import { handoverActFields } from './handover-acts.ts'
import { mandateActFields } from './mandate-acts.ts'
import { templateActFields } from './template-acts.ts'
import { taskActFields } from './task-acts.ts'
import { conflictActFields } from './conflict-acts.ts'
import { figureActFields } from './figure-acts.ts'
import { settingsActFields } from './settings-acts.ts'
import { publicationActFields } from './publication-acts.ts'
import { registerActFields } from './register-acts.ts'

/** Fields of every act on a record. */
export const recordActFields = {
  ...calendarActFields,
  ...taskActFields,
  ...mandateActFields,
  ...handoverActFields,
  ...templateActFields,
  ...publicationActFields,
  ...registerActFields,
  ...settingsActFields,
  ...figureActFields,
  ...conflictActFields,
} as const satisfies ActFields<RecordAct>

const [first, ...rest] = actSchemas(recordActFields)
if (first === undefined) throw new Error('no acts')

// Put together from `recordActFields`, which the compiler has held to the acts of the domain.
export const RecordActSchema = z.discriminatedUnion('kind', [first, ...rest]) as unknown as z.ZodType<RecordAct>

/** As for a case: `recordId` is made by the form, `base` is the version the person saw (0 for an opening act). */
export const PerformRecordInputSchema = z.strictObject({
  recordId: UuidSchema,
  base: z.int().min(0),
  act: RecordActSchema,
})
export type PerformRecordInput = z.infer<typeof PerformRecordInputSchema>
