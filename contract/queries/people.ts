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
  /** At most 50 are counted. */
  cases: z.int(),
})
export type PersonFound = z.infer<typeof PersonFoundSchema>
