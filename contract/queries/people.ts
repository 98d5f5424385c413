import { z } from 'zod'
import { UuidSchema } from '../primitives.ts'

/** A person or body that applied here. */
export const PersonFoundSchema = z.strictObject({
  /** His newest case among those found; it stands for him where his cases are asked for. */
  caseId: UuidSchema,
  /** A person's masked. */
  name: z.string(),
  /** Masked but for a credit code; null = none on file. */
  idNumber: z.string().nullable(),
  /** Counted up to 50; `more` = there are more than that. */
  cases: z.int(),
  more: z.boolean(),
})
export type PersonFound = z.infer<typeof PersonFoundSchema>
