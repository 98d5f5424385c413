import { judgeArrivals } from '../sync/judge-arrivals.ts'
import { push } from '../sync/push.ts'
import { makeTimeToken } from '../time/time-token.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'
import { reportFailure } from './report-failure.ts'

export const syncPush = api.sync.push.handler(async ({ input, context }) => {
  const { db, identity, session, log } = context
  if (session === null) throw syncError('token_invalid')
  const deps = { db, judge: judgeArrivals, report: reportFailure(log, session.device) }
  const pushed = await settle(context, session, await push(deps, session, input))
  if (!pushed.intake) context.news.tell(session.center)
  return { ...pushed, timeToken: makeTimeToken(identity, session.device, pushed.serverTime) }
})
