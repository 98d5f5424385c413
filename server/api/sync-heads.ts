import { heads } from '../sync/pull.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncHeads = api.sync.heads.handler(async ({ input, context }) => {
  if (context.session === null) throw syncError('token_invalid')
  return settle(context, context.session, await heads(context.db, context.session, input))
})
