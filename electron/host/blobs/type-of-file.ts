import { type AttachmentType, attachmentTypeOf, typeTail } from '../../../domain/attachment/attachment-type.ts'
import { attachmentLimit } from '../../../domain/attachment/attachment.ts'
import { type Refusal, refusal } from '../../../domain/case/refusal.ts'
import { type Result, err, ok } from '../../../domain/result.ts'

/** What a file is, by its bytes; refused when it is none that is kept (ATT-12). */
export const typeOfFile = (bytes: Uint8Array): Result<AttachmentType, Refusal> => {
  if (bytes.length === 0 || bytes.length > attachmentLimit)
    return err(refusal('attachment_too_large', { params: { max: attachmentLimit / 2 ** 20 } }))
  const type = attachmentTypeOf(bytes.subarray(0, 16), bytes.subarray(-typeTail))
  return type === null ? err(refusal('attachment_type')) : ok(type)
}
