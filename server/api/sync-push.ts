import { push } from '../sync/push.ts'
import { refusalToError, syncError } from './api-error.ts'
import { api } from './context.ts'
import { toLoggedError } from './server-log.ts'

export const syncPush = api.sync.push.handler(async ({ input, context }) => {
  const { db, identity, session, log } = context
  if (session === null) throw syncError('token_invalid')
  const deps = {
    db,
    epoch: identity.epoch,
    report: ({ kind, error }: { readonly kind: string; readonly error: unknown }) => {
      log('error', 'operation failed in our rules', { kind, device: session.device, error: toLoggedError(error) })
    },
  }
  const pushed = await push(deps, session, input)
  if (!pushed.ok) throw refusalToError(pushed.error)
  return pushed.value
})
