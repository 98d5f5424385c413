import { pull } from '../sync/pull.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncPull = api.sync.pull.handler(async ({ input, context }) => {
  if (context.session === null) throw syncError('token_invalid')
  return settle(context, context.session, await pull(context.db, context.session, input))
})
