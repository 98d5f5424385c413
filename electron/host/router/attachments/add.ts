import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const addAttachment = signedIn.attachments.add.handler(({ context, input }) => {
  const { user, session, services } = context
  const { content, ...file } = input
  const bytes = Buffer.from(content, 'base64')
  return toMutable(services.attachments.attach({ ...file, bytes }, { staffId: user.id, role: user.role, session }))
})
