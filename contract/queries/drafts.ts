import { z } from 'zod'
import { caseKinds } from '../../domain/case/case-state.ts'
import { UuidSchema, text } from '../primitives.ts'

/** A half-filled form. `form` is the page's own shape and is never interpreted by the host; 200 kB at most. */
export const DraftInputSchema = z.strictObject({
  /** The id the case will have. */
  id: UuidSchema,
  kind: z.enum(caseKinds),
  title: text(300),
  form: z.string().max(200_000),
})
export type DraftInput = z.infer<typeof DraftInputSchema>

export const DraftSummarySchema = z.strictObject({
  id: UuidSchema,
  kind: z.enum(caseKinds),
  title: z.string(),
  savedAt: z.int(),
})
export type DraftSummary = z.infer<typeof DraftSummarySchema>

export const DraftSchema = z.strictObject({ ...DraftSummarySchema.shape, form: z.string() })
