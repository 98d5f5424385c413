import { pull } from '../sync/pull.ts'
import { makeTimeToken } from '../time/time-token.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncPull = api.sync.pull.handler(async ({ input, context }) => {
  const { db, identity, session } = context
  if (session === null) throw syncError('token_invalid')
  const page = await settle(context, session, await pull(db, session, input))
  return { ...page, timeToken: makeTimeToken(identity, session.device, page.serverTime) }
})
