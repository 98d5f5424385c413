import { judgeArrivals } from '../sync/judge-arrivals.ts'
import { push } from '../sync/push.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'
import { reportFailure } from './report-failure.ts'

export const syncPush = api.sync.push.handler(async ({ input, context }) => {
  const { db, session, log } = context
  if (session === null) throw syncError('token_invalid')
  const deps = { db, judge: judgeArrivals, report: reportFailure(log, session.device) }
  return settle(context, session, await push(deps, session, input))
})
