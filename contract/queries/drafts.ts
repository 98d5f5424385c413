import { z } from 'zod'
import { caseKinds } from '../../domain/case/case-state.ts'
import { attachmentRoles } from '../../domain/attachment/attachment.ts'
import { attachmentTypes } from '../../domain/attachment/attachment-type.ts'
import { attachmentContentLimit } from './attachments.ts'
import { HashSchema, UuidSchema, text, words } from '../primitives.ts'

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

/** A paper of a draft (INT-14). */
export const DraftFileSchema = z.strictObject({
  blob: HashSchema,
  size: z.int(),
  type: z.enum(attachmentTypes),
  name: z.string(),
  role: z.enum(attachmentRoles),
  material: words(500).exactOptional(),
})

export const NewDraftFileSchema = z.strictObject({
  /** The form as it stands, for a draft that begins with its first paper. */
  draft: DraftInputSchema,
  name: words(200),
  role: z.enum(attachmentRoles),
  material: words(500).exactOptional(),
  /** Base64; the host says what it is by its bytes. */
  content: z.string().max(attachmentContentLimit),
})

export const DraftFileIdSchema = z.strictObject({ id: UuidSchema, blob: HashSchema })

/** `emptied`: the form holds nothing any more, and goes unless papers lie in it. */
export const DiscardDraftSchema = z.strictObject({ id: UuidSchema, emptied: z.literal(true).exactOptional() })
