import { ORPCError } from '@orpc/server'
import { signedIn } from '../base.ts'

export const saveDraft = signedIn.drafts.save.handler(({ context, input }) => {
  const { store, now } = context.services
  const savedAt = now()
  // Ids are random: another person's draft under the same one is a bug of the page, never a coincidence.
  if (!store.transact((writer) => writer.drafts.save(input, context.user.id, savedAt))) throw new ORPCError('FORBIDDEN')
  return { savedAt }
})
