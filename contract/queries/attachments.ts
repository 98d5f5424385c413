import { z } from 'zod'
import { attachmentLimit, attachmentRoles } from '../../domain/attachment/attachment.ts'
import { attachmentTypes } from '../../domain/attachment/attachment-type.ts'
import { HashSchema, UuidSchema, words } from '../primitives.ts'

/** Characters of the largest file in base64. */
export const attachmentContentLimit = Math.ceil(attachmentLimit / 3) * 4

export const NewAttachmentSchema = z.strictObject({
  caseId: UuidSchema,
  name: words(200),
  role: z.enum(attachmentRoles),
  material: words(500).exactOptional(),
  /** Base64; the host says what it is by its bytes. */
  content: z.string().max(attachmentContentLimit),
})

export const AttachedSchema = z.strictObject({
  caseId: UuidSchema,
  caseNo: z.string(),
  version: z.int(),
  blob: HashSchema,
})

export const AttachmentContentSchema = z.union([
  z.strictObject({
    name: z.string(),
    type: z.enum(attachmentTypes),
    size: z.int(),
    /** Base64. */
    content: z.string(),
  }),
  /** `not_in`: it has not come from the window that attached it. `broken`: the server cannot be reached just now. */
  z.strictObject({ missing: z.enum(['unknown', 'not_in', 'broken', 'not_permitted']) }),
])
