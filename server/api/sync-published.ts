import { readPublished } from '../kiosk/read-published.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncPublished = api.sync.published.handler(async ({ input, context }) => {
  if (context.session === null) throw syncError('token_invalid')
  const { db, session, identity } = context
  return settle(context, session, await readPublished(db, session, input, identity.signingKey, Date.now()))
})
