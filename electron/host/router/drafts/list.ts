import { signedIn } from '../base.ts'

export const listDrafts = signedIn.drafts.list.handler(({ context }) => [
  ...context.services.store.read.drafts.list(context.user.id),
])
