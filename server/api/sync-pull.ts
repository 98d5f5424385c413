import { pull } from '../sync/pull.ts'
import { refusalToError, syncError } from './api-error.ts'
import { api } from './context.ts'

export const syncPull = api.sync.pull.handler(async ({ input, context }) => {
  if (context.session === null) throw syncError('token_invalid')
  const page = await pull({ db: context.db, epoch: context.identity.epoch }, context.session, input)
  if (!page.ok) throw refusalToError(page.error)
  return page.value
})
