import { signedIn } from '../base.ts'

export const discardDraft = signedIn.drafts.discard.handler(({ context, input: { id, emptied = false } }) => {
  const { services, user } = context
  const holdsPapers = services.store.read.drafts.files(id, user.id).length > 0
  if (!emptied || !holdsPapers) services.draftFiles.discard(id, user.id)
  return {}
})
