import { signedIn } from '../base.ts'

export const listConflicts = signedIn.sync.conflicts.handler(({ context }) => [
  ...context.services.conflicts.list(context.user.role),
])
