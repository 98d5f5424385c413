import { err } from '../../../../domain/result.ts'
import { refusal } from '../../../../domain/case/refusal.ts'
import { mayPerform } from '../../../../domain/case/workflow.ts'
import { toMutable } from '../../mutable.ts'
import { signedIn } from '../base.ts'

export const listDraftFiles = signedIn.drafts.files.handler(({ context, input }) => [
  ...context.services.store.read.drafts.files(input.id, context.user.id),
])

export const addDraftFile = signedIn.drafts.addFile.handler(({ context: { user, services }, input }) => {
  const { content, ...file } = input
  // Said now, and not when the case is opened with it.
  if (!mayPerform(user.role, 'case.attach'))
    return toMutable(err(refusal('role_not_permitted', { params: { role: user.role } })))
  return toMutable(services.draftFiles.add({ ...file, bytes: Buffer.from(content, 'base64') }, user.id))
})

export const removeDraftFile = signedIn.drafts.removeFile.handler(({ context: { user, services }, input }) => {
  services.draftFiles.remove(input.id, input.blob, user.id)
  return {}
})

export const draftFileContent = signedIn.drafts.fileContent.handler(({ context: { user, services }, input }) => {
  const found = services.draftFiles.content(input.id, input.blob, user.id)
  if (found === null) return { missing: 'unknown' as const }
  const { file, bytes } = found
  return { name: file.name, type: file.type, size: bytes.length, content: bytes.toString('base64') }
})
