import { signedIn } from '../base.ts'

export const discardDraft = signedIn.drafts.discard.handler(({ context, input }) => {
  context.services.store.transact((writer) => writer.drafts.discard(input.id, context.user.id))
  return {}
})
