import { signedIn } from '../base.ts'

export const attachmentContent = signedIn.attachments.content.handler(async ({ context, input }) => {
  const { user, services } = context
  const found = await services.attachments.content(input.caseId, input.blob, user.role)
  if ('missing' in found) return found
  const { attachment, bytes } = found
  return { name: attachment.name, type: attachment.type, size: bytes.length, content: bytes.toString('base64') }
})
