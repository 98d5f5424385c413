import { snapshot } from '../sync/snapshot.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncSnapshot = api.sync.snapshot.handler(async ({ input, context }) => {
  if (context.session === null) throw syncError('token_invalid')
  return settle(context, context.session, await snapshot(context.db, context.session, input))
})
