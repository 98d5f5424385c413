import { recover } from '../sync/recover.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'
import { reportFailure } from './report-failure.ts'

export const syncRecover = api.sync.recover.handler(async ({ input, context }) => {
  const { db, identity, session, log } = context
  if (session === null) throw syncError('token_invalid')
  const deps = { db, signingKey: identity.signingKey, report: reportFailure(log, input.device) }
  const recovered = await settle(context, session, await recover(deps, session, input))
  context.news.tell(session.center)
  return recovered
})
