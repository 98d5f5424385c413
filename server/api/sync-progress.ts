import { readProgress } from '../kiosk/read-progress.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncProgress = api.sync.progress.handler(async ({ input, context }) => {
  if (context.session === null) throw syncError('token_invalid')
  const { db, session, identity } = context
  return settle(context, session, await readProgress(db, session, input, identity.signingKey, Date.now()))
})
