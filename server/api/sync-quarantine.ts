import { push } from '../sync/push.ts'
import { putAside } from '../sync/put-aside.ts'
import { syncError } from './api-error.ts'
import { api } from './context.ts'
import { settle } from './settle.ts'

export const syncQuarantine = api.sync.quarantine.handler(async ({ input, context }) => {
  const { db, session, log } = context
  if (session === null) throw syncError('token_invalid')
  const pushed = await settle(
    context,
    session,
    await push({ db, judge: putAside, report: () => undefined }, session, input),
  )
  // Something that this server cannot digest: its operators should know.
  log('error', 'operation put aside', { device: session.device, center: session.center })
  context.news.tell(session.center)
  return pushed
})
