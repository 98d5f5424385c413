import { signedIn } from '../base.ts'

export const getDraft = signedIn.drafts.get.handler(({ context, input }) =>
  context.services.store.read.drafts.find(input.id, context.user.id),
)
