import { z } from 'zod'
import { PreApplicationSchema } from './pre-application.ts'
import { CenterCodeSchema, HashSchema, UuidSchema } from './primitives.ts'

/** OPN-14: applications of other systems that wait for a window. */
export const ApplicationsInputSchema = z.strictObject({
  center: CenterCodeSchema,
  /** Change up to which it was told; 0 = nothing. */
  after: z.coerce.number().int().min(0),
})
export type ApplicationsInput = z.infer<typeof ApplicationsInputSchema>

const ApplicationRowSchema = z.strictObject({
  /** Keyed hash of its number. */
  id: HashSchema,
  application: PreApplicationSchema,
  /** Epoch milliseconds. */
  receivedAt: z.int(),
})
export type ApplicationRow = z.infer<typeof ApplicationRowSchema>

export const ApplicationsOutputSchema = z.strictObject({
  epoch: UuidSchema,
  /** By which rules the rows are made; other ones than before = everything is given anew. */
  rules: z.string().max(60),
  /** Change that the answer reaches, and the newest. */
  upTo: z.int(),
  head: z.int(),
  rows: z.array(ApplicationRowSchema),
  /** Those that wait no more. */
  gone: z.array(HashSchema),
})
export type ApplicationsOutput = z.infer<typeof ApplicationsOutputSchema>
